package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.digest.Digests;
import io.sollecito.digest.Why;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.figures.ProblemFigures.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bank collects is pending until it cannot come back any more, whether its ERP clears it at once or not. */
class PendingCollectionsTest {

    static Stream<PlanningLedger> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres())
                .map(database -> new PlanningLedger(database, PlanningCase.plans(PlanningCase.PLAN)));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_its_erp_goes_on_showing_as_presented_is_told_until_somebody_asked_the_bank(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-03", "100.00");
        says(ledger, "in_collection = true, payment_means = 'RIBA', presented_on = date '2026-02-20'");

        ledger.runOn("2026-03-10");
        assertThat(decision(ledger, item)).isEqualTo("held: collected by RiBa, may come back until 2026-03-10");
        assertThat(told(ledger, "2026-03-10")).isEmpty();

        ledger.runOn("2026-03-11");
        ledger.runOn("2026-03-12");
        Finding finding = new Finding(
                "I1, Rossi 4711",
                "presented to the bank, neither paid nor returned by 2026-03-10; a person asks the bank");
        assertThat(told(ledger, "2026-03-12")).containsExactly(finding);

        says(ledger, "in_collection = false, returned_on = date '2026-03-13'");
        ledger.runOn("2026-03-13");
        assertThat(told(ledger, "2026-03-13")).isEmpty();
        assertThat(ledger.reminded()).containsExactly("I1 first waiting");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void what_its_erp_clears_at_once_says_until_when_it_may_come_back_and_then_goes_on_at_its_step(
            PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long item = ledger.item("4711", "I1", "2026-03-01", "100.00");
        long paid = ledger.item("4711", "I2", "2026-03-01", "70.00");
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        ledger.runOn("2026-03-05");

        says(
                ledger,
                "erp_open = 0, settled_cause = 'payment', settled_at = timestamp with time zone '2026-03-06 05:00:00+00'");
        ledger.database
                .sql()
                .sql("update open_item set settled_cause = 'collected', payment_means = 'SDD' where id = ?")
                .param(item)
                .update();
        ledger.runOn("2026-03-06");
        assertThat(decision(ledger, item))
                .isEqualTo("settled: collected by direct debit, may come back until 2026-04-27");
        assertThat(decision(ledger, paid)).isEqualTo("settled: nothing is open");
        Why why = new Why(ledger.database, ledger.journal, ZoneOffset.UTC);
        assertThat(why.text(why.tell("item:" + item))).contains("may come back until 2026-04-27");

        ledger.database
                .sql()
                .sql("update open_item set erp_open = 100, settled_cause = null, settled_at = null,"
                        + " returned_on = date '2027-02-10' where id = ?")
                .param(item)
                .update();
        ledger.runOn("2027-02-10");
        assertThat(ledger.outcome(item)).isEqualTo("remind second");
    }

    private static void says(PlanningLedger ledger, String what) {
        ledger.database.sql().sql("update open_item set " + what).update();
    }

    private static String decision(PlanningLedger ledger, long item) {
        return ledger.database
                .sql()
                .sql("select outcome || ': ' || reason from latest_decision where item_id = ?")
                .param(item)
                .query(String.class)
                .single();
    }

    private static List<Finding> told(PlanningLedger ledger, String day) {
        LocalDate date = LocalDate.parse(day);
        Clock evening = Clock.fixed(date.atTime(17, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new Digests(ledger.database, new Connections(ledger.database, evening), evening)
                .make(PlanningLedger.ACME, date).problems().stream()
                        .filter(problem -> problem.kind().equals("collection-unanswered"))
                        .flatMap(problem -> problem.first().stream())
                        .toList();
    }
}
