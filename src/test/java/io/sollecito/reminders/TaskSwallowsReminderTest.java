package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import org.junit.jupiter.api.Test;

/** A step whose channel does not reach the debtor must not stand for another item's reminder. */
class TaskSwallowsReminderTest {

    private static final String CALL = """
            plan: standard
            for: "debtor.country == 'IT'"
            interval: 7d
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: first, when: 3d after due, by: [email], template: first-reminder}
              - {name: call, when: 10d after due, by: [task], template: call-script}
            """;
    private static final String HANDOVER = CALL.replace("name: call, ", "name: handover, ")
            .replace("by: [task], template: call-script", "by: [handover]");

    @Test
    void an_item_that_is_ready_for_its_first_reminder_is_not_advanced_by_a_call_about_another() {
        PlanningLedger ledger = planned(CALL);

        assertThat(ledger.dispatches()).containsExactly("email sent", "task sent", "email waiting");
    }

    @Test
    void an_item_that_is_ready_for_its_first_reminder_is_not_handed_over_with_another() {
        PlanningLedger ledger = planned(HANDOVER);

        assertThat(ledger.database
                        .sql()
                        .sql("select i.document_no from hold h join open_item i on i.id = h.item_id")
                        .query(String.class)
                        .list())
                .containsExactly("I1");
    }

    private static PlanningLedger planned(String plan) {
        Database database = LedgerForTests.h2();
        PlanningLedger ledger = new PlanningLedger(database, PlanningCase.plans(plan));
        ledger.debtor("4711", "a@rossi.example");
        ledger.item("4711", "I1", "2026-03-01", "100.00");
        ledger.runOn("2026-03-04");
        ledger.sendAll("2026-03-04");
        ledger.item("4711", "I2", "2026-03-08", "60.00");
        ledger.runOn("2026-03-11");
        return ledger;
    }
}
