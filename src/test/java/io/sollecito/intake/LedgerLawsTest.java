package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.ItemsForTests.StoredItem;
import io.sollecito.ledger.exports.Counts;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.mapping.Outcome;
import io.sollecito.model.DocumentType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Laws 1, 2 and 4 under random exports and payments. */
class LedgerLawsTest {

    /** One record; kind: 0 mapped, 1 filtered, 2 quarantined. */
    private record Line(int kind, String key, int amount) {}

    /** One day: an export, and a payment on one item an hour later, or a payment given back. */
    private record Day(boolean snapshot, List<Line> lines, String paidKey, int paid, boolean giveBack) {}

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void totals_and_counts_hold_and_nothing_present_is_settled(@ForAll("weeks") List<Day> weeks) {
        run(new Desk(Ledgers.emptyH2()), weeks);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
    void they_hold_on_postgresql_too(@ForAll("weeks") List<Day> weeks) {
        run(new Desk(Ledgers.emptyPostgres()), weeks);
    }

    private static void run(Desk desk, List<Day> weeks) {
        List<Long> allocations = new ArrayList<>();
        for (int n = 1; n <= weeks.size(); n++) {
            Day day = weeks.get(n - 1);
            List<Outcome> records =
                    day.lines().stream().map(LedgerLawsTest::outcome).toList();
            Taken taken = day.snapshot() ? desk.take(Desk.SNAPSHOT, n, records) : desk.take(Desk.DELTA, n, records);
            countsAddUp(taken, records.size());
            if (taken.applied()) {
                presentItemsAreAsTheExportSays(desk, day);
            }
            totalsAgree(desk);
            pay(desk, n, day, allocations);
            totalsAgree(desk);
        }
    }

    private static void countsAddUp(Taken taken, int records) {
        Counts counts = taken.counts();
        assertThat(counts.applied() + counts.unchanged() + counts.filtered() + counts.quarantined())
                .isEqualTo(counts.read());
        assertThat(counts.unchanged()).isNotNegative();
        if (!taken.state().equals("unchanged")) {
            assertThat(counts.read()).isEqualTo(records);
        }
    }

    private static void presentItemsAreAsTheExportSays(Desk desk, Day day) {
        Map<String, List<Line>> byKey = day.lines().stream().collect(Collectors.groupingBy(Line::key));
        byKey.forEach((key, lines) -> {
            List<Line> speaking = lines.stream().filter(l -> l.kind() != 1).toList();
            Optional<StoredItem> item = desk.items.find(Desk.ACME, "sap", key);
            if (speaking.size() == 1 && speaking.get(0).kind() == 0) {
                BigDecimal amount = BigDecimal.valueOf(speaking.get(0).amount());
                assertThat(item.orElseThrow().item().openAmount()).isEqualByComparingTo(amount);
                assertThat(item.get().frozen()).isFalse();
                assertThat(item.get().settledCause() == null).isEqualTo(amount.signum() != 0);
            } else if (!speaking.isEmpty()) {
                item.ifPresent(stored -> assertThat(stored.frozen()).isTrue());
            }
        });
        if (day.snapshot()) {
            Set<String> named = byKey.keySet();
            desk.items.ofDebtor(Desk.ACME, "sap", "D1").stream()
                    .filter(stored -> !named.contains(stored.item().itemKey()))
                    .forEach(stored -> assertThat(stored.settledCause()).isNotNull());
        }
    }

    private static void totalsAgree(Desk desk) {
        Map<String, BigDecimal> kept = desk.items.openTotals(Desk.ACME);
        Map<String, BigDecimal> afresh = desk.totals.recomputed(Desk.ACME);
        assertThat(kept.keySet()).isEqualTo(afresh.keySet());
        kept.forEach((currency, total) -> assertThat(total).isEqualByComparingTo(afresh.get(currency)));
    }

    private static void pay(Desk desk, int n, Day day, List<Long> allocations) {
        boolean open = desk.items
                .find(Desk.ACME, "sap", day.paidKey())
                .filter(item -> item.effective().signum() > 0)
                .isPresent();
        if (open) {
            allocations.add(desk.allocate(n, day.paidKey(), Integer.toString(day.paid())));
        }
        if (day.giveBack() && !allocations.isEmpty()) {
            long first = allocations.remove(0);
            if (desk.state(first).equals("confirmed")) {
                desk.giveBack(n, first);
            }
        }
    }

    private static Outcome outcome(Line line) {
        return switch (line.kind()) {
            case 1 -> new Outcome.Filtered("statistical", line.key(), 3);
            case 2 -> Desk.broken(line.key());
            default ->
                Desk.item(
                        line.key(),
                        "D1",
                        line.amount() < 0 ? DocumentType.PAYMENT_ON_ACCOUNT : DocumentType.INVOICE,
                        Integer.toString(line.amount() == 0 ? 100 : line.amount()),
                        Integer.toString(line.amount()),
                        null);
        };
    }

    @Provide
    Arbitrary<List<Day>> weeks() {
        Arbitrary<String> keys = Arbitraries.of("A", "B", "C", "D", "E");
        Arbitrary<Integer> amounts = Arbitraries.of(0, 100, 200, 300, 400, -100, -200);
        Arbitrary<Integer> kinds = Arbitraries.of(0, 0, 0, 0, 0, 0, 1, 2);
        Arbitrary<Line> lines = Combinators.combine(kinds, keys, amounts).as(Line::new);
        Arbitrary<Day> days = Combinators.combine(
                        Arbitraries.of(true, true, false),
                        lines.list().ofMaxSize(7),
                        keys,
                        Arbitraries.of(100, 200, 300),
                        Arbitraries.of(true, false, false))
                .as(Day::new);
        return days.list().ofMinSize(2).ofMaxSize(8);
    }
}
