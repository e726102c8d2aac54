package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws 5 and 7 for items that continue others. */
class ReplacedTwiceTest {

    static Stream<PlanningLedger> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres())
                .map(database -> new PlanningLedger(database, PlanningCase.plans(PlanningCase.PLAN)));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void the_rest_of_a_rest_is_not_reminded_of_the_same_step_again(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long first = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        long second = ledger.rest(first, "I2", "I1");
        ledger.runOn("2026-03-05");
        assertThat(ledger.reminded()).containsExactly("I1 first sent");

        long third = ledger.rest(second, "I3", "I2");
        ledger.runOn("2026-03-12");

        assertThat(ledger.reminded()).containsExactly("I1 first sent", "I3 second waiting");
        assertThat(ledger.outcome(third)).isEqualTo("remind second");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_step_that_may_have_been_sent_is_not_repeated_for_the_rest(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long first = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.database.sql().sql("update dispatch set state = 'uncertain'").update();
        ledger.database.sql().sql("update reminder set state = 'uncertain'").update();

        long second = ledger.rest(first, "I2", "I1");
        ledger.runOn("2026-03-12");

        assertThat(ledger.outcome(second)).isEqualTo("awaiting-delivery first");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void a_hold_of_five_months_does_not_begin_the_plan_of_a_rest_anew(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        long first = ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        long second = ledger.rest(first, "I2", "I1");
        ledger.runOn("2026-03-05");

        ledger.runOn("2026-08-03");

        assertThat(ledger.outcome(second)).isEqualTo("remind second");
    }
}
