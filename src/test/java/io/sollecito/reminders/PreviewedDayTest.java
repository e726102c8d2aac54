package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.model.CasePlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run would decide on a day, looked at without running it. */
class PreviewedDayTest {

    private final PlanningLedger ledger =
            new PlanningLedger(LedgerForTests.h2(), PlanningCase.plans(PlanningCase.PLAN));

    @Test
    void each_debtor_is_told_of_and_nothing_is_written() {
        twoDebtors();
        ledger.dayIs("2026-03-04");
        ledger.connections.factsAsOf("erp-acme-sap", Instant.parse("2026-03-04T05:00:00Z"));

        assertThat(preview("2026-03-04"))
                .flatExtracting(PlanningCase::outcomes)
                .containsExactly("remind first", "not-yet first");
        assertThat(ledger.count("reminder")).isZero();
        assertThat(ledger.count("planning_run")).isZero();
    }

    @Test
    void a_day_on_which_the_facts_will_be_stale_reminds_nobody_and_says_so() {
        twoDebtors();
        ledger.dayIs("2026-03-04");
        ledger.connections.factsAsOf("erp-acme-sap", Instant.parse("2026-03-04T05:00:00Z"));

        assertThat(preview("2026-03-12")).flatExtracting(PlanningCase::outcomes).containsExactly("stale", "stale");
        assertThat(preview("2026-03-12").get(0).decisions().get(0).reason())
                .contains("erp-acme-sap delivered last as of 2026-03-04, 6 bank days ago; the limit is 2");
    }

    private void twoDebtors() {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.debtor("4712", "a@bianchi.example");
        ledger.item("4712", "I2", "2026-03-03", "100.00");
    }

    private List<CasePlan> preview(String day) {
        List<CasePlan> plans = new ArrayList<>();
        ledger.preview().each(PlanningLedger.ACME, LocalDate.parse(day), plans::add);
        return plans;
    }
}
