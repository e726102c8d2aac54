package io.sollecito.ledger.bills;

import static io.sollecito.ledger.bills.BillComparisonTest.bill;
import static io.sollecito.ledger.bills.BillComparisonTest.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.bills.Bills.Outcome;
import io.sollecito.ledger.bills.Bills.Taken;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BillsTest {

    static Stream<Database> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres());
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_bill_counts_once_however_often_it_comes_and_in_whatever_order_its_rows_do(Database database) {
        Bills bills = bills(database);
        Taken first = bills.take(bill("117", line(2, 7), line(3, 8)), "run");
        Taken again = bills.take(bill("117", line(2, 8), line(3, 7)), "Paola");

        assertThat(first.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(again).isEqualTo(new Taken(first.id(), Outcome.AGAIN));
        assertThat(bills.of("ACME-IT")).singleElement().satisfies(bill -> {
            assertThat(bill.letters()).isEqualTo(2);
            assertThat(bill.amount()).isEqualByComparingTo("3.60");
        });
        assertThat(events(database)).containsExactly("bill-taken run");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void another_bill_of_the_same_number_counts_only_when_a_person_says_so(Database database) {
        Bills bills = bills(database);
        long old = bills.take(bill("117", line(2, 7), line(3, 7)), "run").id();
        Bill corrected = bill("117", line(2, 7));

        assertThat(bills.take(corrected, "run")).isEqualTo(new Taken(old, Outcome.OTHERWISE));
        Taken replaced = bills.replace(corrected, "Paola", "their mail of 3 April");

        assertThat(bills.of("ACME-IT")).singleElement().satisfies(bill -> {
            assertThat(bill.id()).isEqualTo(replaced.id()).isNotEqualTo(old);
            assertThat(bill.letters()).isOne();
        });
        assertThat(bills.replace(corrected, "Paola", "again").outcome()).isEqualTo(Outcome.AGAIN);
        assertThat(bills.take(bill("117", line(2, 7), line(3, 7)), "run").outcome())
                .isEqualTo(Outcome.OTHERWISE);
        assertThat(events(database)).containsExactly("bill-taken run", "bill-taken Paola");
        assertThat(new Journal(database, Clock.systemUTC())
                        .of("bill:" + replaced.id())
                        .get(0)
                        .details())
                .contains("\"replaces\":\"bill:" + old + "\"", "their mail of 3 April");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void there_is_nothing_to_replace_before_the_first(Database database) {
        assertThatThrownBy(() -> bills(database).replace(bill("117", line(2, 7)), "Paola", "why"))
                .isInstanceOf(Refused.class)
                .hasMessage("there is no bill 117 that this one could replace");
        assertThat(bills(database).of("ACME-IT")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void two_nodes_that_take_the_same_bill_at_once_take_it_once(Database database) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier together = new CyclicBarrier(4);
            Callable<Taken> node = () -> {
                together.await();
                return bills(database).take(bill("117", line(2, 7), line(3, 8)), "run");
            };
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Taken> one : nodes.invokeAll(List.of(node, node, node, node))) {
                outcomes.add(one.get().outcome());
            }
            assertThat(outcomes).containsExactlyInAnyOrder(Outcome.TAKEN, Outcome.AGAIN, Outcome.AGAIN, Outcome.AGAIN);
            assertThat(bills(database).of("ACME-IT")).hasSize(1);
        } finally {
            nodes.shutdownNow();
        }
    }

    private static Bills bills(Database database) {
        Clock clock = Clock.fixed(Instant.parse("2026-04-02T08:00:00Z"), ZoneOffset.UTC);
        return new Bills(database, new Journal(database, clock), clock);
    }

    private static List<String> events(Database database) {
        return database.sql()
                .sql("select event || ' ' || actor from journal order by id")
                .query(String.class)
                .list();
    }
}
