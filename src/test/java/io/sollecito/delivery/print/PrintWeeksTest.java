package io.sollecito.delivery.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.PrintForTests;
import io.sollecito.calendar.BusinessDays;
import io.sollecito.delivery.LetterId;
import io.sollecito.delivery.WordsForTests;
import io.sollecito.delivery.print.WeeksPrintHouse.Answer;
import io.sollecito.delivery.print.WeeksPrintHouse.Known;
import io.sollecito.ledger.bills.Bill;
import io.sollecito.ledger.bills.BillComparison;
import io.sollecito.ledger.bills.Bills;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.outbox.EvidenceFiles;
import io.sollecito.ledger.outbox.PrintSilence;
import io.sollecito.ledger.outbox.Recalls;
import io.sollecito.ledger.outbox.Receipts;
import io.sollecito.ledger.outbox.SendPolicy;
import io.sollecito.reminders.message.AddressZone;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weeks of letters, and more until the last of them has come to rest, with a print house that has habits. */
class PrintWeeksTest {

    private static final int DAYS_WITH_LETTERS = 12;
    private static final int DAYS = 36;
    private static final Set<String> POSTED =
            Set.of("HANDED_OVER", "IN_TRANSIT", "AT_COUNTER", "LOST", "DELIVERED", "RETURNED");
    private static final Set<String> ENDED = Set.of("LOST", "DELIVERED", "RETURNED");
    private static final BusinessDays ITALIAN = BusinessDays.of("IT");

    @TempDir
    Path data;

    private final Map<String, PrintProfile> profiles =
            Map.of("ACME-IT", PrintProfilesForTests.of("ACME", AddressZone.FRANCE));
    private final Map<String, Integer> postedRead = new HashMap<>();
    private final Map<String, Integer> endRead = new HashMap<>();
    private OutboxForTests hub;
    private PrintForTests print;
    private Evidence evidence;
    private WeeksPrintHouse house;
    private Random random;

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void weeks_with_a_print_house_of_habits_end_with_every_letter_as_the_print_house_knows_it(Database database)
            throws Exception {
        long seed = Long.getLong("sollecito.seed", System.nanoTime() & 0xffffffffL);
        System.out.println("weeks of a print house: repeat with -Dsollecito.seed=" + seed);
        random = new Random(seed);
        hub = new OutboxForTests(database);
        print = new PrintForTests(hub);
        evidence = new Evidence(new EvidenceFiles(database, hub.clock), data);
        house = new WeeksPrintHouse(random);

        for (int day = 0; day < DAYS; day++) {
            aDay(day);
        }

        assertThat(house.printed)
                .as("printed twice")
                .allSatisfy((id, times) -> assertThat(times).isOne());
        assertThat(states()).isEqualTo(known());
        assertThat(alarms("acknowledgement-missing"))
                .isEqualTo(batches(id -> house.acknowledged.get(id) > house.batches.get(id)));
        assertThat(alarms("letters-refused")).isEqualTo(batches(house.refusing::contains));
        assertThat(alarms("letter-stuck")).isEqualTo(letters(id -> isMissed(id, 3, postedRead)));
        assertThat(alarms("letter-overdue"))
                .isEqualTo(letters(id -> house.letters.get(id).registered && isMissed(id, 21, endRead)));
        assertThat(alarms("recall-unanswered"))
                .isEqualTo(letters(id -> house.letters.get(id).recall.equals("never")));
        assertThat(alarms("evidence-missing"))
                .isEqualTo(letters(id -> house.letters.get(id).evidence.equals("missing")));
        assertThat(alarms("evidence-differs"))
                .isEqualTo(letters(id -> house.letters.get(id).evidence.equals("another")));
        assertThat(hub.single(Integer.class, "select count(distinct kind) from alarm"))
                .isLessThanOrEqualTo(7);
        assertThat(differencesOfABillOf(house.printed.keySet()))
                .isEqualTo(house.printed.keySet().stream()
                        .filter(id -> !postedRead.containsKey(id))
                        .map(id -> "not-posted " + id)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Set<String> differencesOfABillOf(Set<String> letters) {
        LocalDate today = LocalDate.ofInstant(hub.clock.instant(), OutboxForTests.ACME.zone());
        Bills bills = new Bills(hub.database, hub.journal, hub.clock);
        bills.take(
                new Bill(
                        "ACME-IT",
                        "117",
                        today.minusDays(90),
                        today.minusDays(1),
                        "EUR",
                        null,
                        "117.csv",
                        letters.stream().map(PrintWeeksTest::billed).toList()),
                "run");
        return new BillComparison(hub.database, hub.clock)
                .of(OutboxForTests.ACME, bills.find("ACME-IT", "117").orElseThrow()).differences().stream()
                        .map(found -> found.kind().code() + " " + found.letterId())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Bill.Line billed(String id) {
        return new Bill.Line(2, id, LetterId.parse("ACME-IT", id).orElseThrow(), null, null, 2, null, BigDecimal.ONE);
    }

    private void aDay(int day) throws Exception {
        hub.connections.factsAsOf("erp-acme-sap", hub.clock.instant());
        List<Long> fresh = day < DAYS_WITH_LETTERS ? newLetters(day) : List.of();
        new PrintRun(
                        hub.outbox(SendPolicy.PRINT),
                        new DispatchContents(hub.database),
                        print.batches,
                        new WordsForTests(),
                        this::upload,
                        profiles,
                        "test")
                .run(OutboxForTests.ACME, hub.clock.instant());
        pay(fresh);
        new RecallRun(
                        new Recalls(
                                hub.database,
                                hub.clock,
                                hub.journal,
                                new Receipts(hub.database),
                                Map.of("ACME-IT", OutboxForTests.ACME)),
                        this::upload)
                .run(OutboxForTests.ACME, hub.clock.instant());
        hub.clock.forward(Duration.ofHours(2));
        for (Answer answer : house.work(day, hub.clock.instant())) {
            take(answer, day);
        }
        hub.clock.forward(Duration.ofHours(4));
        new PrintWatch(new PrintSilence(hub.database), print.alarms, profiles)
                .run(OutboxForTests.ACME, hub.clock.instant());
        LocalDate today = LocalDate.ofInstant(hub.clock.instant(), OutboxForTests.ACME.zone());
        hub.clock.forward(Duration.ofDays(today.until(ITALIAN.plus(today, 1), java.time.temporal.ChronoUnit.DAYS)));
        hub.clock.forward(Duration.ofHours(-6));
    }

    private List<Long> newLetters(int day) {
        return Stream.iterate(0, n -> n < 4, n -> n + 1)
                .map(n -> {
                    String debtor = "D" + day + "-" + n;
                    long item = hub.item(debtor, debtor + "-1", "100.00");
                    long reminder = hub.reminder(debtor, "second", item);
                    hub.dispatch(
                            reminder, n == 3 ? "registered-letter" : "letter", "Debtor " + debtor + "\nVia Roma 1");
                    return item;
                })
                .toList();
    }

    private void pay(List<Long> items) {
        for (long item : items) {
            if (random.nextInt(5) == 0) {
                hub.pays(item, "100.00");
            }
        }
    }

    private String upload(String route, Object body) {
        house.put((PackageFile) body);
        return null;
    }

    private void take(Answer answer, int day) throws Exception {
        if (answer.name().endsWith(".ack.json")) {
            print.answers.acknowledgement("ACME-IT", answer.name(), answer.bytes());
        } else if (answer.name().endsWith(".pdf")) {
            evidence.keep("ACME-IT", answer.name(), answer.bytes());
        } else {
            print.answers.status("ACME-IT", answer.name(), answer.bytes());
            new String(answer.bytes(), StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
                String[] row = line.split(";");
                if (POSTED.contains(row[2])) {
                    postedRead.merge(row[1], day, Math::min);
                }
                if (ENDED.contains(row[2])) {
                    endRead.merge(row[1], day, Math::min);
                }
            });
        }
    }

    /** Whether a day passed, so many business days after its posting, on which the hub looked and had not read it. */
    private boolean isMissed(String id, int days, Map<String, Integer> read) {
        Known letter = house.letters.get(id);
        if (!house.printed.containsKey(id)) {
            return false;
        }
        int first = Math.max(house.acknowledged.get(letter.batchId), letter.packed + days);
        return first < Math.min(DAYS, read.getOrDefault(id, DAYS));
    }

    private Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        hub.database.sql().sql("select id, state from dispatch").query(rs -> {
            states.put(LetterId.of("ACME-IT", rs.getLong("id")), rs.getString("state"));
        });
        return states;
    }

    private Map<String, String> known() {
        Map<String, String> known = new TreeMap<>();
        house.letters.forEach((id, letter) -> known.put(id, letter.ends));
        return known;
    }

    private Set<String> alarms(String kind) {
        List<String> subjects = hub.database
                .sql()
                .sql("select subject from alarm where kind = ?")
                .param(kind)
                .query(String.class)
                .list();
        assertThat(subjects).as(kind).doesNotHaveDuplicates();
        return new TreeSet<>(subjects);
    }

    private Set<String> batches(Predicate<String> which) {
        return house.batches.keySet().stream()
                .filter(which)
                .map(id -> "batch:" + id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> letters(Predicate<String> which) {
        return house.letters.keySet().stream()
                .filter(which)
                .map(id -> "dispatch:" + LetterId.parse("ACME-IT", id).orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
