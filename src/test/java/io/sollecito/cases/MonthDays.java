package io.sollecito.cases;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.cases.MonthBooks.Delivery;
import io.sollecito.cases.MonthFaults.Fault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
import java.util.stream.Stream;

/** Lets days go by, step by step: the files come, the nodes work, and what is to go wrong goes wrong. */
final class MonthDays {

    static final ZoneId ROME = ZoneId.of("Europe/Rome");
    static final BusinessDays OPEN = BusinessDays.of("IT");

    static final List<LocalTime> STEPS = times(
            "06:00", "06:31", "06:46", "07:01", "08:31", "09:00", "09:31", "10:00", "11:00", "12:30", "14:00", "15:01",
            "15:10", "16:15", "17:01", "18:30", "22:00");

    /** Exports, statements and planning, e-mails, a late statement amid e-mails, letters. */
    static final List<Integer> BUSY = List.of(1, 3, 3, 4, 4, 4, 6, 11);

    private static final List<LocalTime> FREE_DAY = times("10:00", "20:00");
    private static final LocalTime LAST = LocalTime.of(23, 0);
    private static final int STATEMENT = 3;
    private static final int LATE_STATEMENT = 6;
    private static final int WRONG_FOR_STEPS = 4;

    /** After so many seconds without a change, what is left waits for a later step: a lease has to end first. */
    private static final double STUCK_BY_FAULT = 2;

    private static final double STUCK = 120;
    private static final double AT_MOST = 600;

    private final MonthWorld world;
    private final MonthBooks books;
    private final MonthFaults faults;
    private final Random random;
    private final long began = System.nanoTime();
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final Set<LocalDate> troubled = new HashSet<>();
    private final Set<Long> excused = new HashSet<>();
    private Duration wrong = Duration.ZERO;
    private LocalTime planned = STEPS.get(STATEMENT);
    private int sleptUntil;

    MonthDays(MonthWorld world, MonthBooks books, MonthFaults faults, Random random) {
        this.world = world;
        this.books = books;
        this.faults = faults;
        this.random = random;
    }

    /** What went wrong, how often. */
    Map<Fault, Integer> done() {
        return done;
    }

    /** The days on which the database died or the clocks were wrong. */
    Set<LocalDate> troubled() {
        return troubled;
    }

    void live(LocalDate day) throws IOException, InterruptedException {
        boolean open = OPEN.isOpen(day);
        boolean mayBeLate = sleptUntil == 0 && day.getDayOfMonth() > 2;
        List<Delivery> late = open ? deliver(day, mayBeLate && random.nextInt(4) == 0) : List.of();
        planned = STEPS.get(late.isEmpty() ? STATEMENT : LATE_STATEMENT);
        List<LocalTime> steps = open ? STEPS : FREE_DAY;
        int first = Math.min(sleptUntil, steps.size() - 1);
        sleptUntil = 0;
        int right = -1;
        for (int step = first; step < steps.size() && sleptUntil == 0; step++) {
            if (step == right) {
                wrong = Duration.ZERO;
            }
            if (step == LATE_STATEMENT) {
                late.forEach(this::put);
                late = List.of();
            }
            world.clock.set(at(day.atTime(steps.get(step))).plus(wrong));
            List<Fault> now = open ? faults.at(day, step) : List.of();
            for (Fault fault : now) {
                Thread.sleep(random.nextInt(500));
                happen(fault, day, step);
            }
            if (now.contains(Fault.AHEAD) || now.contains(Fault.BEHIND)) {
                right = step + WRONG_FOR_STEPS;
            }
            if (sleptUntil == 0) {
                settle(day, !now.isEmpty(), at(day.atTime(step + 1 < steps.size() ? steps.get(step + 1) : LAST)));
                world.post.print();
            }
        }
        wrong = Duration.ZERO;
        late.forEach(this::put);
        System.out.printf(
                "%s, after %.0f s: %d reminders, faults %s%n",
                day, seconds(began), world.post.reminders().size(), done);
    }

    /** A day without faults, at whose end everything that was under way has come to its end. */
    void liveQuietly(LocalDate day) throws IOException, InterruptedException {
        world.nodes.resume();
        world.nodes.awaitAll();
        books.calm();
        live(day);
        MonthWork work = new MonthWork(world.ledger, world.inbox, world.clock, ROME, planned);
        for (int minute = 0; minute < 60 && !work.isSealed(); minute++) {
            world.clock.set(world.clock.instant().plusSeconds(60));
            Thread.sleep(200);
        }
        world.inbox.taken().forEach(books::taken);
        world.post.print();
    }

    /** The morning's files; returns the statements if they come late. */
    private List<Delivery> deliver(LocalDate day, boolean late) {
        List<Delivery> held = new ArrayList<>();
        for (Delivery file : books.morning(day)) {
            if (late && file.folder().equals(MonthBooks.BANK)) {
                held.add(file);
            } else {
                world.inbox.put(file, at(day.atTime(6, 0)));
            }
        }
        return held;
    }

    private void put(Delivery file) {
        world.inbox.put(file, world.clock.instant());
    }

    private void happen(Fault fault, LocalDate day, int step) throws IOException, InterruptedException {
        done.merge(fault, 1, Integer::sum);
        switch (fault) {
            case SKIP -> {
                troubled.add(day.plusDays(1));
                sleptUntil = step;
            }
            case AHEAD, BEHIND -> {
                troubled.add(day);
                wrong = Duration.ofHours(fault == Fault.AHEAD ? 1 : -1);
                world.clock.set(world.clock.instant().plus(wrong));
            }
            case DATABASE -> {
                troubled.add(day);
                world.strike(fault, random);
            }
            default -> world.strike(fault, random);
        }
    }

    /**
     * Waits until the nodes have done what there is to do, or do not get on with it because of a fault. Meanwhile the
     * clock goes on, slowly and not as far as the next step.
     */
    private void settle(LocalDate day, boolean faulty, Instant next) throws InterruptedException {
        MonthWork work = new MonthWork(world.ledger, world.inbox, world.clock, ROME, planned);
        Thread.sleep(50);
        long start = System.nanoTime();
        long changed = start;
        String before = "";
        int minutes = 0;
        double patience = faulty ? STUCK_BY_FAULT : STUCK;
        while (seconds(start) < AT_MOST && seconds(changed) < patience) {
            world.nodes.tend();
            world.inbox.taken().forEach(books::taken);
            MonthWork.Left left = work.left(day, excused);
            if (left.words().isEmpty() && world.nodes.isAnyReady()) {
                return;
            }
            if (!left.words().equals(before) || !world.nodes.isAnyReady()) {
                changed = System.nanoTime();
                before = left.words();
            }
            Instant now = world.clock.instant();
            boolean early = !left.flying() && now.plusSeconds(90).minus(wrong).isBefore(next);
            if (early && seconds(start) > 0.3 * Math.pow(minutes + 1, 1.3)) {
                minutes++;
                world.clock.set(now.plusSeconds(60));
            }
            Thread.sleep(20);
        }
        System.out.println("at " + world.clock.instant() + " still to do: " + before);
        excused.addAll(work.inFlight());
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(ROME).toInstant();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static List<LocalTime> times(String... texts) {
        return Stream.of(texts).map(LocalTime::parse).toList();
    }
}
