package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.digest.Digests;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.figures.ProblemFigures.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An old deposit must not silence an account for ever. */
class CoveredForLongTest {

    static Stream<PlanningLedger> ledgers() {
        return Stream.of(LedgerForTests.h2(), LedgerForTests.postgres())
                .map(database -> new PlanningLedger(database, PlanningCase.plans(PlanningCase.PLAN)));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void credits_that_cover_the_debt_for_more_than_ten_bank_days_are_told_though_invoices_come_and_facts_were_stale(
            PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.item("4711", "DEPOSIT", "2025-03-01", "-1000.00");
        ledger.runOn("2026-03-04");
        ledger.item("4711", "I2", "2026-03-09", "70.00");
        ledger.dayIs("2026-03-11");
        ledger.run().run(PlanningLedger.ACME, LocalDate.parse("2026-03-11"));
        assertThat(ledger.count("latest_decision where outcome = 'stale'")).isPositive();
        ledger.runOn("2026-03-16");

        assertThat(told(ledger, "2026-03-18")).isEmpty();
        assertThat(told(ledger, "2026-03-19"))
                .containsExactly(new Finding("Rossi 4711", "credits cover the debt since 2026-03-04"));
        assertThat(ledger.reminded()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void it_counts_anew_once_they_did_not(PlanningLedger ledger) {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.item("4711", "DEPOSIT", "2025-03-01", "-1000.00");
        ledger.runOn("2026-03-04");
        erpSaysOfDeposit(ledger, "-1.00");
        ledger.runOn("2026-03-05");
        assertThat(ledger.reminded()).containsExactly("I1 first waiting");
        ledger.sendAll("2026-03-05");
        erpSaysOfDeposit(ledger, "-1000.00");
        ledger.runOn("2026-03-12");

        assertThat(told(ledger, "2026-03-19")).isEmpty();
        assertThat(told(ledger, "2026-03-27"))
                .containsExactly(new Finding("Rossi 4711", "credits cover the debt since 2026-03-12"));
    }

    private static void erpSaysOfDeposit(PlanningLedger ledger, String amount) {
        ledger.database
                .sql()
                .sql("update open_item set erp_open = cast(? as numeric(19, 4)) where document_no = 'DEPOSIT'")
                .param(amount)
                .update();
    }

    private static List<Finding> told(PlanningLedger ledger, String day) {
        LocalDate date = LocalDate.parse(day);
        Clock evening = Clock.fixed(date.atTime(17, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new Digests(ledger.database, new Connections(ledger.database, evening), evening)
                .make(PlanningLedger.ACME, date).problems().stream()
                        .filter(problem -> problem.kind().equals("credit-covers"))
                        .flatMap(problem -> problem.first().stream())
                        .toList();
    }
}
