package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.lines;
import static io.sollecito.reminders.PlanningCase.outcomes;
import static io.sollecito.reminders.PlanningCase.sent;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraceTest {

    private static final String FIRST_AT_ONCE = PlanningCase.PLAN.replace("3d after due", "1d after due");

    private static String grace(int days, String plan) {
        return plan.replace("interval: 7d", "grace: " + days + "d\ninterval: 7d");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-20, not-yet first", "2026-03-21, remind first"})
    void scenario_1_no_step_after_due_goes_out_before_the_day_after_due_and_grace(String day, String expected) {
        PlanningCase debtor = new PlanningCase().under(grace(10, FIRST_AT_ONCE)).invoice("I1", "2026-03-10", "100.00");

        assertThat(outcomes(debtor.on(day))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-10, not-yet first", "2026-03-11, remind first"})
    void without_grace_that_is_the_day_after_due(String day, String expected) {
        PlanningCase debtor = new PlanningCase()
                .under(FIRST_AT_ONCE.replace("when: on due", "when: 1d before due"))
                .invoice("I1", "2026-03-10", "100.00");

        assertThat(outcomes(debtor.on(day))).containsExactly(expected);
    }

    @Test
    void a_step_that_comes_later_than_the_grace_keeps_its_day() {
        PlanningCase debtor =
                new PlanningCase().under(grace(2, PlanningCase.PLAN)).invoice("I1", "2026-03-10", "100.00");

        assertThat(outcomes(debtor.on("2026-03-12"))).containsExactly("not-yet first");
        assertThat(outcomes(debtor.on("2026-03-13"))).containsExactly("remind first");
    }

    @Test
    void within_its_grace_an_item_is_not_demanded_with_those_that_are_late() {
        PlanningCase debtor = new PlanningCase()
                .under(grace(5, PlanningCase.PLAN))
                .invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-03-05", "50.00", sent("due-today", "2026-03-05"));

        assertThat(lines(debtor.on("2026-03-10").reminders().get(0))).containsExactly("I1 overdue first 100.00");
        assertThat(lines(debtor.on("2026-03-11").reminders().get(0)))
                .containsExactly("I1 overdue first 100.00", "I2 overdue first 50.00");
    }

    @Test
    void a_step_after_a_reminder_before_due_waits_for_the_grace_too() {
        String plan = grace(3, PlanningCase.PLAN).replace("3d after due", "2d after previous");
        PlanningCase debtor =
                new PlanningCase().under(plan).invoice("I1", "2026-03-10", "100.00", sent("courtesy", "2026-03-05"));

        assertThat(outcomes(debtor.on("2026-03-13"))).containsExactly("not-yet first");
        assertThat(outcomes(debtor.on("2026-03-14"))).containsExactly("remind first");
    }

    @Test
    void interest_runs_from_the_day_of_the_law_all_the_same() {
        String plan = grace(20, PlanningCase.PLAN)
                .replace("template: first-reminder", "template: first-reminder, interest: statutory");
        var charges = new PlanningCase()
                .under(plan)
                .byLawOf("IT")
                .invoice("I1", "2026-02-14", "1190.00")
                .on("2026-03-16")
                .reminders()
                .get(0)
                .charges();

        assertThat(charges).hasSize(1);
        assertThat(charges.get(0).from()).isEqualTo(LocalDate.parse("2026-02-15"));
        assertThat(charges.get(0).amount()).isEqualByComparingTo("9.93");
    }
}
