package io.sollecito.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.LedgerRows;
import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens in a week, every day's opening + movements = closing, and each closing is the next opening. */
class BalanceFiguresPropertyTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T06:00:00Z");
    private static final long DAY = 86_400;

    @Property(tries = 15)
    void opening_and_movements_make_the_closing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int events) {
        Database database = LedgerForTests.h2();
        Week week = new Week(database, new Random(seed));
        DigestDays days = new DigestDays(database);
        for (int day = 0; day < 5; day++) {
            Instant morning = MONDAY.plusSeconds(day * DAY);
            week.happens(morning, events);
            LocalDate date = LocalDate.of(2026, 3, 2).plusDays(day);
            DigestDays.Reported last = days.before("ACME-IT", date);
            Instant evening = morning.plusSeconds(40_000);

            List<Balance> balances = new BalanceFigures(database).of("ACME-IT", last.cutOff(), evening, last.closing());

            balances.forEach(BalanceFiguresTest::adds_up);
            assertThat(balances)
                    .allSatisfy(balance -> assertThat(balance.opening())
                            .isEqualByComparingTo(last.closing().getOrDefault(balance.currency(), BigDecimal.ZERO)))
                    .allSatisfy(balance -> assertThat(balance.movements())
                            .extracting(Balance.Movement::kind)
                            .doesNotContain(Balance.Kind.RECORDED_LATE));
            if (!balances.isEmpty()) {
                days.close("ACME-IT", date, evening, balances, List.of());
            }
        }
    }

    /** Random but possible events; each item and allocation keeps to the states that the ledger allows. */
    private static final class Week {
        private final LedgerRows rows;
        private final Random random;
        private final List<Long> items = new ArrayList<>();
        private final Map<Long, String> allocations = new HashMap<>();
        private int number;

        Week(Database database, Random random) {
            this.rows = new LedgerRows(database);
            this.random = random;
        }

        void happens(Instant morning, int events) {
            long export = rows.export("export-" + morning, "applied", morning);
            for (int i = 0; i < events; i++) {
                Instant at = morning.plusSeconds(60L * (i + 1));
                switch (random.nextInt(6)) {
                    case 0, 1 -> arrives(export);
                    case 2, 3 -> changes(export, at);
                    case 4 -> paid(at);
                    default -> moves(export, at, morning);
                }
            }
        }

        private void arrives(long export) {
            String type = random.nextInt(4) == 0 ? "CREDIT_NOTE" : "INVOICE";
            String amount = (type.equals("INVOICE") ? "" : "-") + amount();
            items.add(rows.item(export, "" + ++number, "R", type, amount, random.nextBoolean() ? "EUR" : "CHF"));
        }

        private void changes(long export, Instant at) {
            if (!items.isEmpty()) {
                long item = items.get(random.nextInt(items.size()));
                boolean settles = random.nextBoolean();
                rows.change(item, export, at, settles ? "settled" : "changed", settles ? "0" : amount(), "payment");
            }
        }

        private void paid(Instant at) {
            if (!items.isEmpty()) {
                long item = items.get(random.nextInt(items.size()));
                allocations.put(rows.allocation(null, item, amount(), at), "pending");
            }
        }

        private void moves(long export, Instant at, Instant morning) {
            if (allocations.isEmpty()) {
                return;
            }
            List<Long> ids = allocations.keySet().stream().sorted().toList();
            long allocation = ids.get(random.nextInt(ids.size()));
            switch (allocations.get(allocation)) {
                case "pending" -> {
                    boolean confirmed = random.nextBoolean();
                    to(allocation, confirmed ? "confirmed" : "reversed", confirmed ? export : null, at);
                }
                case "confirmed" -> {
                    if (random.nextBoolean() && at.isAfter(morning)) {
                        to(allocation, "reversal-pending", null, at);
                    }
                }
                default -> {
                    // reversed and reversal-pending allocations stay as they are
                }
            }
        }

        private void to(long allocation, String state, Long export, Instant at) {
            rows.allocationState(allocation, state, export, at);
            allocations.put(allocation, state);
        }

        private String amount() {
            return new BigDecimal(random.nextInt(1, 200_000)).movePointLeft(2).toPlainString();
        }
    }
}
