package io.sollecito.ledger.bills;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.CreditorsForTests;
import io.sollecito.LedgerForTests;
import io.sollecito.LettersForTests;
import io.sollecito.ledger.bills.Bills.Outcome;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random letters, statuses and bills: each difference is found exactly once, and none without a cause. */
class BillLawTest {

    private static final int WORLDS = 12;
    private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");
    private static final Clock MAY = Clock.fixed(Instant.parse("2026-05-04T08:00:00Z"), ZoneOffset.UTC);

    /** @param fate posted, printed, recalled, refused or silent; {@code month} in which it was posted */
    private record Letter(long id, String batch, int sheets, String postage, String fate, int month) {}

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void each_difference_is_found_once_and_none_without_a_cause(Database database) {
        long seed = Long.getLong("sollecito.seed", System.nanoTime() & 0xffffffffL);
        System.out.println("bills: repeat with -Dsollecito.seed=" + seed);
        for (int world = 0; world < WORLDS; world++) {
            new World(database, "C" + world, new Random(seed + world)).holds();
        }
    }

    private static final class World {

        private final Database database;
        private final String creditor;
        private final Random random;
        private final LettersForTests sent;
        private final Bills bills;
        private final Map<Long, Letter> letters = new TreeMap<>();
        private final Set<Long> billed = new HashSet<>();
        private final Map<String, List<String>> expected = new TreeMap<>();

        World(Database database, String creditor, Random random) {
            this.database = database;
            this.creditor = creditor;
            this.random = random;
            this.sent = new LettersForTests(database);
            this.bills = new Bills(database, new Journal(database, MAY), MAY);
        }

        void holds() {
            for (int batch = 1; batch <= 3; batch++) {
                batch(creditor + "-B" + batch);
            }
            List<Bill> all = List.of(bill("march", 3), bill("april", 4));
            all.forEach(bill -> assertThat(bills.take(bill, "run").outcome()).isEqualTo(Outcome.TAKEN));
            expectUnbilled();

            assertThat(found()).isEqualTo(expected);
            all.forEach(bill -> assertThat(bills.take(bill, "run").outcome()).isEqualTo(Outcome.AGAIN));
            assertThat(found()).isEqualTo(expected);
        }

        private void batch(String batch) {
            sent.batch(creditor, batch);
            for (int n = random.nextInt(8); n >= 0; n--) {
                int sheets = 1 + random.nextInt(3);
                String postage = random.nextBoolean() ? "1.30" : null;
                long id = sent.letter(creditor, batch, sheets, postage);
                String fate = List.of("posted", "posted", "posted", "printed", "recalled", "refused", "silent")
                        .get(random.nextInt(7));
                int month = 3 + random.nextInt(2);
                letters.put(id, new Letter(id, batch, sheets, postage, fate, month));
                report(id, batch, fate, MARCH.plusSeconds(month == 4 ? 31 * 86_400L : 0));
            }
        }

        private void report(long id, String batch, String fate, Instant at) {
            switch (fate) {
                case "posted" -> {
                    sent.posted(id, batch, at);
                    if (random.nextBoolean()) {
                        sent.told(id, batch, random.nextBoolean() ? "DELIVERED" : "RETURNED", at.plusSeconds(86_400));
                    }
                    if (random.nextInt(4) == 0) {
                        sent.told(id, batch, "CANCELLED", at.minusSeconds(60));
                    }
                }
                case "printed" -> sent.told(id, batch, "ENCLOSED", at);
                case "recalled" -> sent.told(id, batch, "CANCELLED", at);
                case "refused" -> sent.told(id, batch, random.nextBoolean() ? "REJECTED" : "FAILED", at);
                default -> {}
            }
        }

        /** Bills what was posted in the month, less some, more others, some of it wrongly. */
        private Bill bill(String number, int month) {
            List<Bill.Line> lines = new ArrayList<>();
            List<String> wrong = expected.computeIfAbsent(number, bill -> new ArrayList<>());
            for (Letter letter : letters.values()) {
                boolean due = letter.fate().equals("posted") && letter.month() == month;
                if (due ? random.nextInt(6) > 0 : random.nextInt(6) == 0) {
                    lines.add(asked(letter, lines.size() + 2, wrong));
                    if (random.nextInt(8) == 0) {
                        lines.add(asked(letter, lines.size() + 2, wrong));
                    }
                }
            }
            if (lines.isEmpty() || random.nextInt(3) == 0) {
                int line = lines.size() + 2;
                wrong.add("unknown-letter " + line);
                lines.add(new Bill.Line(line, creditor + "-999999", 999_999L, null, null, null, null, BigDecimal.ONE));
            }
            BigDecimal total = lines.stream()
                    .map(line ->
                            line.postage() == null ? line.price() : line.price().add(line.postage()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (random.nextInt(3) == 0) {
                total = total.add(new BigDecimal("0.01"));
                wrong.add("other-total null");
            }
            LocalDate from = LocalDate.of(2026, month, 1);
            return new Bill(
                    creditor, number, from, from.plusMonths(1).minusDays(1), "EUR", total, number + ".csv", lines);
        }

        private Bill.Line asked(Letter letter, int line, List<String> wrong) {
            boolean first = billed.add(letter.id());
            List<String> told = new ArrayList<>();
            if (!letter.fate().equals("posted")) {
                boolean stopped = List.of("recalled", "refused").contains(letter.fate());
                told.add(stopped ? letter.fate() : "not-posted");
            }
            String product = random.nextInt(8) == 0 ? "PRIORITY" : random.nextBoolean() ? "ORDINARY" : null;
            if ("PRIORITY".equals(product)) {
                told.add("other-product");
            }
            Integer sheets = random.nextBoolean() ? letter.sheets() - random.nextInt(2) : null;
            if (random.nextInt(8) == 0) {
                sheets = letter.sheets() + 1;
                told.add("more-sheets");
            }
            BigDecimal postage = random.nextBoolean() ? new BigDecimal(random.nextInt(4) == 0 ? "1.60" : "1.30") : null;
            if (postage != null
                    && letter.postage() != null
                    && !postage.toString().equals(letter.postage())) {
                told.add("other-postage");
            }
            String batch = random.nextBoolean() ? letter.batch() : null;
            if (random.nextInt(8) == 0) {
                batch = creditor + "-B9";
                told.add("other-batch");
            }
            if (first) {
                told.forEach(kind -> wrong.add(kind + " " + line));
            } else {
                wrong.add("billed-twice " + line);
            }
            return new Bill.Line(
                    line,
                    creditor + "-" + letter.id(),
                    letter.id(),
                    batch,
                    product,
                    sheets,
                    postage,
                    new BigDecimal("0.55"));
        }

        private void expectUnbilled() {
            letters.values().stream()
                    .filter(letter -> letter.fate().equals("posted") && !billed.contains(letter.id()))
                    .forEach(letter -> expected.get(letter.month() == 3 ? "march" : "april")
                            .add("not-billed of " + letter.id()));
            expected.values().forEach(list -> list.sort(null));
        }

        private Map<String, List<String>> found() {
            BillComparison comparison = new BillComparison(database, MAY);
            Map<String, List<String>> found = new TreeMap<>();
            for (StoredBill bill : bills.of(creditor)) {
                List<String> differences = new ArrayList<>();
                for (BillDifference one :
                        comparison.of(CreditorsForTests.ACME, bill).differences()) {
                    boolean missing = one.kind() == BillDifference.Kind.NOT_BILLED;
                    differences.add(one.kind().code() + " " + (missing ? "of " + one.dispatchId() : one.line()));
                }
                differences.sort(null);
                found.put(bill.number(), differences);
            }
            return found;
        }
    }
}
