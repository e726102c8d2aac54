package io.sollecito.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.database.Database;
import io.sollecito.mapping.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Deltas and nightly lists of keys lead to the same open items as full snapshots, whatever the ERP forgets to tell. */
class KeyListPropertyTest {

    /** An item that is never paid: a source that is empty all of a sudden is another matter. */
    private static final String FOREVER = "FOREVER";

    enum Move {
        WRITE,
        PAY,
        VANISH
    }

    record Event(Move move, String key, int amount) {}

    /** @param keys whether the list of keys is asked for that night */
    record Day(List<Event> events, boolean keys) {}

    /** An ERP that shows what is open, and what changed since it was asked last. */
    private static final class Erp {

        private final Map<String, Integer> open = new TreeMap<>(Map.of(FOREVER, 1));
        private final Set<String> changed = new TreeSet<>(Set.of(FOREVER));

        void happens(Event event) {
            if (event.move() == Move.WRITE) {
                open.put(event.key(), event.amount());
                changed.add(event.key());
            } else if (open.remove(event.key()) != null) {
                if (event.move() == Move.PAY) {
                    changed.add(event.key());
                } else {
                    changed.remove(event.key());
                }
            }
        }

        List<Outcome> snapshot() {
            List<Outcome> records = new ArrayList<>();
            open.forEach((key, amount) -> records.add(Desk.invoice(key, String.valueOf(amount))));
            return records;
        }

        List<Outcome> delta() {
            List<Outcome> records = new ArrayList<>();
            changed.forEach(key -> records.add(Desk.invoice(key, String.valueOf(open.getOrDefault(key, 0)))));
            changed.clear();
            return records;
        }
    }

    @Provide
    Arbitrary<List<Day>> days() {
        Arbitrary<Event> event = Combinators.combine(
                        Arbitraries.of(Move.class),
                        Arbitraries.of("A", "B", "C", "D", "E"),
                        Arbitraries.integers().between(1, 3))
                .as(Event::new);
        return Combinators.combine(event.list().ofMaxSize(4), Arbitraries.of(true, false))
                .as(Day::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void on_h2(@ForAll("days") List<Day> days) {
        bothWaysEndTheSame(days, Ledgers::emptyH2);
    }

    @Property(tries = 10, shrinking = ShrinkingMode.BOUNDED)
    void on_postgresql(@ForAll("days") List<Day> days) {
        bothWaysEndTheSame(days, Ledgers::emptyPostgres);
    }

    private static void bothWaysEndTheSame(List<Day> days, Supplier<Database> ledger) {
        Erp erp = new Erp();
        Desk bySnapshots = new Desk(ledger.get());
        for (int day = 0; day < days.size(); day++) {
            days.get(day).events().forEach(erp::happens);
            bySnapshots.take(Desk.SNAPSHOT, day + 1, erp.snapshot());
        }
        Map<String, Integer> expected = open(bySnapshots);
        assertThat(expected).isEqualTo(erp.open);

        Erp again = new Erp();
        Desk byDeltas = new Desk(ledger.get());
        for (int day = 0; day < days.size(); day++) {
            days.get(day).events().forEach(again::happens);
            byDeltas.take(Desk.DELTA, day + 1, again.delta());
            if (days.get(day).keys() || day == days.size() - 1) {
                KeyListTest.keys(byDeltas, day + 1, again.open.keySet().toArray(String[]::new));
            }
        }
        assertThat(open(byDeltas)).isEqualTo(expected);
        assertThat(byDeltas.waiting()).isEmpty();
    }

    private static Map<String, Integer> open(Desk desk) {
        Map<String, Integer> open = new TreeMap<>();
        desk.database
                .sql()
                .sql("select item_key, erp_open from open_item where settled_cause is null and erp_open <> 0")
                .query(rs -> {
                    open.put(rs.getString(1), rs.getBigDecimal(2).intValueExact());
                });
        return open;
    }
}
