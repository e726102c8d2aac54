package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.outcomes;
import static io.sollecito.reminders.PlanningCase.sent;
import static io.sollecito.reminders.PlanningCase.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.SentStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reminders of the past say about the next one. */
class StepsDoneTest {

    private static final String CALENDAR = "calendar: {country: IT, window: \"08:30-18:00\", zone: Europe/Rome}\n";

    private static PlanningCase under(String plan, SentStep... history) {
        return new PlanningCase().under(plan).invoice("I1", "2026-01-01", "100.00", history);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-14, not-yet only", "2026-01-15, remind only"})
    void a_plan_of_one_step_may_repeat_it(String day, String expected) {
        String plan = "plan: standard\n" + CALENDAR
                + "steps: [{name: only, when: 3d after due, by: [email], template: first-reminder,"
                + " repeat: {every: 11d, times: 2}}]\n";

        assertThat(outcomes(under(plan, sent("only", "2026-01-04")).on(day))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-23, not-yet agency", "2026-01-24, remind agency"})
    void the_first_step_may_set_the_deadline(String day, String expected) {
        String plan = "plan: standard\n" + CALENDAR
                + "steps:\n  - {name: formal, when: 3d after due, by: [letter], template: formal-notice, deadline: 15d}\n"
                + "  - {name: agency, when: 5d after deadline, by: [handover]}\n";

        assertThat(outcomes(under(plan, sent("formal", "2026-01-04")).on(day))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-03, not-yet agency", "2026-02-04, remind agency"})
    void the_deadline_is_that_of_the_last_reminder_that_set_one(String day, String expected) {
        String plan = "plan: standard\n" + CALENDAR
                + "steps:\n  - {name: formal, when: 3d after due, by: [letter], template: formal-notice, deadline: 15d}\n"
                + "  - {name: call, when: 2d after deadline, by: [task], template: call-script}\n"
                + "  - {name: agency, when: 16d after deadline, by: [handover]}\n";

        assertThat(outcomes(under(plan, sent("formal", "2026-01-04"), sent("call", "2026-01-25"))
                        .on(day)))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-02, not-yet second", "2026-01-03, remind second"})
    void a_step_after_the_previous_counts_from_due_when_none_went_out(String day, String expected) {
        String plan = PlanningCase.PLAN
                .replace("  - {name: first, when: 3d after due, by: [email, letter], template: first-reminder}\n", "")
                .replace("when: on due", "when: 1d before due")
                .replace("10d after due", "2d after previous");

        assertThat(outcomes(under(plan).on(day))).containsExactly(expected);
    }

    @Test
    void a_reminder_that_reached_nobody_twice_is_tried_again_after_the_later_time() {
        PlanningCase debtor = under(
                PlanningCase.PLAN,
                step("first", "2026-01-04", SentStep.State.UNDELIVERED, "no such mailbox"),
                step("first", "2026-01-11", SentStep.State.UNDELIVERED, "no such mailbox"));

        CasePlan plan = debtor.on("2026-01-17");
        assertThat(outcomes(plan)).containsExactly("no-address first");
        assertThat(plan.decisions().get(0).reason())
                .isEqualTo("the reminder of 2026-01-11 reached nobody (no such mailbox); tried again on 2026-01-18");
        assertThat(outcomes(debtor.on("2026-01-18"))).containsExactly("remind first");
    }

    @Test
    void one_that_could_not_be_written_is_tried_the_next_day() {
        PlanningCase debtor = under(
                PlanningCase.PLAN,
                step("first", "2026-01-12", SentStep.State.UNDELIVERED, "held: CustomerVatId is empty"));

        assertThat(outcomes(debtor.on("2026-01-12"))).containsExactly("no-address first");
        assertThat(outcomes(debtor.on("2026-01-13"))).containsExactly("remind first");
    }

    @Test
    void an_earlier_step_that_reached_nobody_does_not_delay_a_later_one() {
        PlanningCase debtor = under(
                PlanningCase.PLAN,
                sent("first", "2026-01-04"),
                step("courtesy", "2026-01-11", SentStep.State.UNDELIVERED, "no such mailbox"));

        assertThat(outcomes(debtor.on("2026-01-12"))).containsExactly("remind second");
    }
}
