package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.PlanningRuns;
import io.sollecito.model.PlanOutcome;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a planning run says that it did, to whoever started it, in the ledger and in the journal. */
class RunRecordTest {

    private static final String PLAN = PlanningCase.PLAN.replace(
            "for: \"debtor.country == 'IT'\"", "for: \"creditor.country == 'IT' && creditor.code == 'ACME-IT'\"");

    private final PlanningLedger ledger = new PlanningLedger(LedgerForTests.h2(), PlanningCase.plans(PLAN));

    private void threeItems() {
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.item("4711", "I2", "2026-03-25", "50.00");
        ledger.debtor("4712", "a@bianchi.example");
        ledger.item("4712", "I3", "2026-03-01", "70.00");
    }

    @Test
    void a_run_counts_its_reminders_and_the_outcomes_of_all_items() {
        threeItems();

        PlanningRun.Result result = ledger.runOn("2026-03-04");

        assertThat(result)
                .isEqualTo(
                        new PlanningRun.Result(null, null, Map.of(PlanOutcome.REMIND, 2, PlanOutcome.NOT_YET, 1), 2));
        assertThat(ledger.runs.last("ACME-IT").filter(PlanningRuns.Recorded::ended))
                .isPresent();
        assertThat(journal())
                .contains(
                        "\"date\":\"2026-03-04\"",
                        "\"kind\":\"sending\"",
                        "\"reminders\":\"2\"",
                        "\"remind\":\"2\"",
                        "\"not-yet\":\"1\"");
        assertThat(outcomes()).contains("\"remind\":2", "\"not-yet\":1");
    }

    @Test
    void a_run_on_stale_facts_says_so_everywhere_and_reminds_nobody() {
        threeItems();

        ledger.dayIs("2026-03-04");
        PlanningRun.Result result = ledger.run().run(PlanningLedger.ACME, LocalDate.parse("2026-03-04"));

        assertThat(result)
                .isEqualTo(new PlanningRun.Result(
                        null, "erp-acme-sap has never delivered", Map.of(PlanOutcome.STALE, 3), 0));
        assertThat(journal())
                .contains(
                        "\"reminders\":\"0\"",
                        "\"stale\":\"3\"",
                        "\"staleBecause\":\"erp-acme-sap has never delivered\"");
    }

    private String journal() {
        return ledger.journal.of("run:" + run()).stream()
                .filter(row -> row.event().equals("run-planned"))
                .map(Journal.Row::details)
                .findFirst()
                .orElseThrow();
    }

    private long run() {
        return ledger.database
                .sql()
                .sql("select max(id) from planning_run")
                .query(Long.class)
                .single();
    }

    private String outcomes() {
        return ledger.database
                .sql()
                .sql("select outcomes from planning_run")
                .query(String.class)
                .single();
    }
}
