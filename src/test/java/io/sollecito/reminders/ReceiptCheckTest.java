package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.lines;
import static io.sollecito.reminders.PlanningCase.outcomes;
import static io.sollecito.reminders.PlanningCase.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.PlannedReminder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptCheckTest {

    private static final String PLAN = PlanningCase.PLAN.replace(
            "steps:\n",
            "steps:\n  - {name: receipt-check, when: 3d after issue, by: [email], template: receipt-check}\n");

    private static PlanningCase debtor() {
        return new PlanningCase().under(PLAN);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03, not-yet receipt-check",
        "2026-03-04, remind receipt-check",
        "2026-03-24, remind receipt-check",
        "2026-03-25, remind courtesy"
    })
    void it_is_asked_after_issue_until_the_first_step_before_due_begins(String day, String expected) {
        PlanningCase debtor = debtor().invoice("I1", "2026-03-30", "100.00").issued("2026-03-01");

        assertThat(outcomes(debtor.on(day))).containsExactly(expected);
    }

    @Test
    void it_expires_at_the_due_date_where_no_step_before_due_follows() {
        String plan = PLAN.replaceAll("(?m)^.*courtesy.*\n", "");
        PlanningCase debtor = new PlanningCase()
                .under(plan)
                .invoice("I1", "2026-03-30", "100.00")
                .issued("2026-03-01");

        assertThat(debtor.on("2026-03-29").reminders().get(0).expires()).hasToString("2026-03-29");
        assertThat(outcomes(debtor.on("2026-03-30"))).containsExactly("remind due-today");
    }

    @Test
    void an_item_without_an_issue_date_is_not_asked_about_and_the_reason_says_so() {
        CasePlan plan =
                debtor().invoice("I1", "2026-03-30", "100.00").issued(null).on("2026-03-26");

        assertThat(outcomes(plan)).containsExactly("remind courtesy");
        assertThat(plan.decisions().get(0).reason())
                .isEqualTo("4 days before due; receipt-check left out, as it has no issue date");
    }

    @Test
    void it_makes_a_message_of_its_own_that_demands_nothing_else_and_nets_no_credit() {
        CasePlan plan = debtor().invoice("I1", "2026-03-30", "100.00")
                .issued("2026-03-01")
                .invoice("I2", "2026-02-20", "70.00")
                .credit("C1", "-20.00")
                .on("2026-03-04");

        assertThat(plan.reminders()).extracting(PlannedReminder::step).containsExactly("first", "receipt-check");
        assertThat(lines(plan.reminders().get(0))).containsExactly("I2 overdue first 70.00", "C1 credit -20.00");
        assertThat(lines(plan.reminders().get(1))).containsExactly("I1 upcoming receipt-check 100.00");
    }

    @Test
    void the_interval_neither_delays_it_nor_counts_it() {
        PlanningCase debtor = debtor().invoice("I1", "2026-03-30", "100.00")
                .issued("2026-03-01")
                .remindedOfOthers(sent("first", "2026-03-03"));
        assertThat(outcomes(debtor.on("2026-03-04"))).containsExactly("remind receipt-check");

        PlanningCase asked = debtor().invoice("I1", "2026-03-30", "100.00", sent("receipt-check", "2026-03-04"))
                .issued("2026-03-01")
                .invoice("I2", "2026-03-02", "70.00");
        assertThat(outcomes(asked.on("2026-03-05"))).containsExactly("not-yet courtesy", "remind first");
    }

    @Test
    void the_reason_counts_from_the_issue_date() {
        CasePlan plan = debtor().invoice("I1", "2026-03-30", "100.00")
                .issued("2026-03-01")
                .on("2026-03-04");

        assertThat(plan.decisions().get(0).reason()).isEqualTo("3 days after issue");
    }

    @Test
    void a_person_may_be_asked_to_call() {
        CasePlan plan = new PlanningCase()
                .under(PLAN.replace("issue, by: [email]", "issue, by: [task]"))
                .invoice("I1", "2026-03-30", "100.00")
                .issued("2026-03-01")
                .on("2026-03-04");

        assertThat(plan.reminders().get(0).channel()).isEqualTo("task");
    }
}
