package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.outcomes;
import static io.sollecito.reminders.PlanningCase.sent;
import static io.sollecito.reminders.PlanningCase.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.SentStep;
import org.junit.jupiter.api.Test;

class CatchUpTest {

    private static final String JUMP = PlanningCase.PLAN.replace("interval: 7d", "catchUp: jump\ninterval: 7d");

    private static PlanningCase late(String plan, SentStep... history) {
        return new PlanningCase().under(plan).invoice("I1", "2026-01-01", "100.00", history);
    }

    @Test
    void a_plan_that_jumps_goes_to_the_highest_step_whose_day_has_come_and_says_so() {
        CasePlan plan = late(JUMP).on("2026-01-12");

        assertThat(outcomes(plan)).containsExactly("remind second");
        assertThat(plan.decisions().get(0).reason())
                .isEqualTo("11 days after due; courtesy has expired; due-today has expired; first jumped over");
        assertThat(outcomes(late(JUMP).on("2026-03-04"))).containsExactly("remind third");
    }

    @Test
    void the_interval_keeps_its_pause_all_the_same() {
        assertThat(outcomes(late(JUMP, sent("first", "2026-03-02")).on("2026-03-04")))
                .containsExactly("not-yet third");
    }

    @Test
    void no_step_with_legal_effect_is_jumped_over() {
        for (String effect : new String[] {"approve: true", "interest: statutory", "deadline: 10d"}) {
            String plan = JUMP.replace("template: second-reminder", "template: second-reminder, " + effect);

            assertThat(late(plan)
                            .byLawOf("IT")
                            .on("2026-03-04")
                            .decisions()
                            .get(0)
                            .step())
                    .isEqualTo("second");
        }
    }

    @Test
    void nothing_jumps_to_a_hand_over() {
        String plan = JUMP + "  - {name: agency, when: 40d after due, by: [handover]}\n";

        assertThat(outcomes(late(plan).on("2026-03-04"))).containsExactly("remind third");
    }

    @Test
    void a_step_that_counts_from_the_reminder_before_is_not_jumped_to() {
        String plan = JUMP.replace("20d after due", "10d after previous");

        assertThat(outcomes(late(plan).on("2026-03-04"))).containsExactly("remind second");
    }

    @Test
    void a_step_that_reached_nobody_is_done_again_before_any_other() {
        SentStep bounced = step("first", "2026-01-04", SentStep.State.UNDELIVERED, "no such mailbox");

        assertThat(outcomes(late(JUMP, bounced).on("2026-03-04"))).containsExactly("remind first");
    }

    @Test
    void scenario_16_without_jumping_an_invoice_a_year_late_moves_one_step_per_run_an_interval_apart() {
        String due = "2025-03-01";
        assertThat(outcomes(new PlanningCase().invoice("I1", due, "100.00").on("2026-03-02")))
                .containsExactly("remind first");
        SentStep first = sent("first", "2026-03-02");
        assertThat(outcomes(
                        new PlanningCase().invoice("I1", due, "100.00", first).on("2026-03-08")))
                .containsExactly("not-yet second");
        assertThat(outcomes(
                        new PlanningCase().invoice("I1", due, "100.00", first).on("2026-03-09")))
                .containsExactly("remind second");
        SentStep second = sent("second", "2026-03-09");
        assertThat(outcomes(new PlanningCase()
                        .invoice("I1", due, "100.00", first, second)
                        .on("2026-03-16")))
                .containsExactly("remind third");
    }

    @Test
    void an_earlier_step_that_reached_nobody_holds_up_nothing_once_it_has_expired() {
        SentStep bounced = step("courtesy", "2025-12-27", SentStep.State.UNDELIVERED, "no such mailbox");

        assertThat(outcomes(late(JUMP, bounced).on("2026-03-04"))).containsExactly("remind third");
    }
}
