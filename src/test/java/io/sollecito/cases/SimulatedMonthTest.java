package io.sollecito.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.app.MonthNode;
import io.sollecito.app.SharedClock;
import io.sollecito.calendar.BusinessDays;
import io.sollecito.cases.MonthBooks.Delivery;
import io.sollecito.cases.MonthFaults.Fault;
import io.sollecito.cases.WatchedSmtpServer.Stage;
import io.sollecito.demo.servers.PrintHouse;
import io.sollecito.demo.servers.SftpWorld;
import io.sollecito.ledger.database.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two whole nodes on one PostgreSQL, with real SFTP and SMTP servers and a print house, while nodes and database are
 * killed, nodes are paused and clocks jump: 10,000 open items over March 2026 with {@code -Dsollecito.long=true}, else 300
 * items over its first week.
 */
@DisplayName("All cases at once: a simulated month under fire")
class SimulatedMonthTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final BusinessDays OPEN = BusinessDays.of("IT");
    private static final List<LocalTime> WORKING = times(
            "06:00", "06:31", "06:46", "07:01", "08:31", "09:00", "09:31", "10:00", "11:00", "12:30", "14:00", "15:01",
            "15:10", "16:15", "17:01", "18:30", "22:00");
    private static final List<LocalTime> FREE = times("10:00", "20:00");

    /** Exports, statements, planning, e-mails, a late statement amid e-mails, letters. */
    private static final List<Integer> BUSY = List.of(1, 3, 3, 4, 4, 4, 6, 11);

    private static final int LATE_STATEMENT = 6;

    /** After so many seconds without a change, what is left waits for a later step: a lease has to end first. */
    private static final double STUCK_BY_FAULT = 2;

    private static final double STUCK = 30;

    /** How many sends one fault may leave open: four senders on each node, and a batch of letters. */
    private static final int AT_ONCE = 9;

    @TempDir
    private Path folder;

    private final boolean whole = Runs.isLong();
    private final Random random = Runs.seeded("a simulated month");
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final Set<LocalDate> troubled = new HashSet<>();
    private final Set<Long> excused = new HashSet<>();
    private SharedClock clock;
    private MonthBooks books;
    private MonthInbox inbox;
    private MonthNodes nodes;
    private MonthPost post;
    private KilledPostgres postgres;
    private WatchedSmtpServer mails;
    private Database ledger;
    private final long began = System.nanoTime();
    private Duration wrong = Duration.ZERO;
    private LocalTime planned = WORKING.get(3);

    @Test
    void nothing_is_lost_or_done_twice_and_nobody_is_reminded_after_payment() throws Exception {
        LocalDate first = LocalDate.of(2026, 3, 2);
        LocalDate last = whole ? LocalDate.of(2026, 3, 31) : LocalDate.of(2026, 3, 5);
        LocalDate quiet = OPEN.plus(last, 1);
        List<LocalDate> working =
                first.datesUntil(last.plusDays(1)).filter(OPEN::isOpen).toList();
        books = new MonthBooks(whole ? 10_000 : 300, working.size() + 1, first, random);
        MonthFaults faults = new MonthFaults(whole, working.subList(1, working.size()), WORKING.size(), BUSY, random);
        clock = SharedClock.of(folder.resolve("clock"));
        clock.set(first.atTime(5, 50).atZone(ROME).toInstant());
        try (KilledPostgres server = new KilledPostgres(folder.resolve("pg"));
                SftpWorld sftp = SftpWorld.start(folder.resolve("sftp"));
                WatchedSmtpServer smtp = new WatchedSmtpServer();
                HikariDataSource source = LedgerOfNodes.open(server.url(), "postgres")) {
            postgres = server;
            mails = smtp;
            ledger = Database.open(source);
            inbox = new MonthInbox(sftp);
            post = new MonthPost(
                    smtp,
                    new PrintHouse(
                            sftp.folder(SftpWorld.PRINT_IN),
                            sftp.folder(SftpWorld.PRINT_OUT),
                            folder.resolve("house"),
                            clock),
                    sftp.folder(SftpWorld.PRINT_IN));
            try (MonthNodes two = new MonthNodes(
                    folder,
                    server.url(),
                    folder.resolve("clock").toString(),
                    Integer.toString(smtp.port()),
                    Integer.toString(sftp.port()),
                    sftp.knownHosts().toString())) {
                nodes = two;
                two.awaitAll();
                int skipUntil = 0;
                for (LocalDate day : first.datesUntil(quiet).toList()) {
                    skipUntil = live(day, faults, skipUntil);
                }
                theDayAfter(quiet);
                check(faults);
            } catch (AssertionError failed) {
                System.out.println(nodes.said());
                throw failed;
            } finally {
                inbox.close();
            }
        }
    }

    /**
     * One day, step by step.
     *
     * @param from the first step: those before it were slept through
     * @return the first step of the next day
     */
    private int live(LocalDate day, MonthFaults faults, int from) throws Exception {
        boolean open = OPEN.isOpen(day);
        List<LocalTime> steps = open ? WORKING : FREE;
        List<Delivery> late =
                open ? deliver(day, from == 0 && day.getDayOfMonth() > 2 && random.nextInt(4) == 0) : List.of();
        planned = WORKING.get(late.isEmpty() ? 3 : LATE_STATEMENT);
        int wrongSteps = 0;
        for (int step = Math.min(from, steps.size() - 1); step < steps.size(); step++) {
            if (step == LATE_STATEMENT) {
                late.forEach(file -> inbox.put(file, clock.instant()));
                late = List.of();
            }
            if (--wrongSteps == 0) {
                wrong = Duration.ZERO;
            }
            clock.set(day.atTime(steps.get(step)).atZone(ROME).toInstant().plus(wrong));
            boolean faulty = false;
            for (Fault fault : open && faults != null ? faults.at(day, step) : List.<Fault>of()) {
                faulty = true;
                done.merge(fault, 1, Integer::sum);
                Thread.sleep(random.nextInt(500));
                if (fault == Fault.SKIP) {
                    late.forEach(file -> inbox.put(file, clock.instant()));
                    troubled.add(day.plusDays(1));
                    progress(day);
                    return step;
                }
                if (fault == Fault.AHEAD || fault == Fault.BEHIND) {
                    wrong = Duration.ofHours(fault == Fault.AHEAD ? 1 : -1);
                    wrongSteps = 4;
                    troubled.add(day);
                    clock.set(clock.instant().plus(wrong));
                } else {
                    strike(fault, day);
                }
            }
            settle(day, faulty, step + 1 < steps.size() ? day.atTime(steps.get(step + 1)) : day.atTime(23, 0));
            post.print();
        }
        wrong = Duration.ZERO;
        progress(day);
        return 0;
    }

    /** The morning's files; returns the statements if they come late. */
    private List<Delivery> deliver(LocalDate day, boolean late) {
        List<Delivery> held = new ArrayList<>();
        for (Delivery file : books.morning(day)) {
            if (late && file.folder().equals(MonthBooks.BANK)) {
                held.add(file);
            } else {
                inbox.put(file, day.atTime(6, 0).atZone(ROME).toInstant());
            }
        }
        return held;
    }

    private void strike(Fault fault, LocalDate day) throws Exception {
        int node = random.nextInt(2);
        switch (fault) {
            case KILL -> nodes.kill(node);
            case KILL_ALL -> {
                awaitMail();
                nodes.kill(0);
                nodes.kill(1);
            }
            case PAUSE -> nodes.pause(node, MonthNode.LEASE.toMillis() + 500 + random.nextInt(2000));
            case DATABASE -> {
                troubled.add(day);
                postgres.kill();
                Thread.sleep(random.nextInt(500));
                postgres.restart();
            }
            default -> throw new IllegalStateException(fault + " is no strike");
        }
    }

    /** Until the text of a mail has come and its acceptance has not been answered, if one is sent soon. */
    private void awaitMail() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        Stage wanted = Stage.values()[1 + random.nextInt(3)];
        mails.watch(stage -> {
            if (stage == wanted) {
                reached.countDown();
            }
        });
        reached.await(1, TimeUnit.SECONDS);
        mails.watch(stage -> {});
    }

    /**
     * Waits until the nodes have done what there is to do, or do not get on with it because of a fault. Meanwhile the
     * clock goes on, slowly and not as far as the next step.
     *
     * @param next when that is
     */
    private void settle(LocalDate day, boolean faulty, LocalDateTime next) throws Exception {
        MonthWork work = new MonthWork(ledger, inbox, clock, ROME, planned);
        Thread.sleep(50);
        long began = System.nanoTime();
        long changed = began;
        String before = "";
        int minutes = 0;
        while (seconds(began) < 90) {
            nodes.tend();
            inbox.taken().forEach(books::taken);
            MonthWork.Left now = work.left(day, excused);
            if (now.words().isEmpty() && nodes.isAnyReady()) {
                return;
            }
            if (!now.words().equals(before) || !nodes.isAnyReady()) {
                changed = System.nanoTime();
                before = now.words();
            }
            if (seconds(changed) > (faulty ? STUCK_BY_FAULT : STUCK)) {
                break;
            }
            boolean early = !now.flying()
                    && clock.instant()
                            .plusSeconds(90)
                            .minus(wrong)
                            .isBefore(next.atZone(ROME).toInstant());
            if (early && seconds(began) > 0.3 * Math.pow(minutes + 1, 1.3)) {
                minutes++;
                clock.set(clock.instant().plusSeconds(60));
            }
            Thread.sleep(20);
        }
        System.out.println("at " + clock.instant() + " still to do: " + before);
        excused.addAll(work.inFlight());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void theDayAfter(LocalDate quiet) throws Exception {
        nodes.resume();
        nodes.awaitAll();
        books.calm();
        live(quiet, null, 0);
        for (int minute = 0; minute < 60 && !new MonthWork(ledger, inbox, clock, ROME, planned).isSealed(); minute++) {
            clock.set(clock.instant().plusSeconds(60));
            Thread.sleep(100);
        }
        inbox.taken().forEach(books::taken);
        post.print();
    }

    private void check(MonthFaults faults) {
        MonthChecks checks = new MonthChecks(ledger, books, post.reminders());
        System.out.println("faults: " + done + "\n" + checks.figures());
        List<String> uncertain = checks.uncertainOf();
        System.out.println(checks.uncertain() + " uncertain sends: " + uncertain);
        checks.lawsHold();
        checks.everythingIsAccountedFor();
        checks.theLedgerAgreesWithTheErp();
        checks.nothingReachedAnybodyTwice();
        checks.nothingWasRemindedAfterPayment();
        assertThat(post.reminders())
                .as("the hub worked")
                .hasSizeGreaterThan(books.items().size() / 5);
        int strikes = done.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(strikes).isGreaterThan(faults.counts().size() / 2);
        assertThat(checks.uncertain()).isLessThanOrEqualTo((long) AT_ONCE * strikes);
        assertThat(uncertain)
                .as("sends whose node was neither killed nor paused, on days without a fault of database or clock")
                .allMatch(this::isExplained);
    }

    private boolean isExplained(String send) {
        long pid = Long.parseLong(send.substring(0, send.indexOf('@')));
        LocalDate ended = LocalDate.parse(send.split(" ")[1]);
        return nodes.faulted().contains(pid) || troubled.contains(ended) || troubled.contains(OPEN.plus(ended, -1));
    }

    private void progress(LocalDate day) {
        System.out.println(day + ": " + post.reminders().size() + " reminders so far, faults " + done);
    }

    private static List<LocalTime> times(String... texts) {
        return List.of(texts).stream().map(LocalTime::parse).toList();
    }
}
