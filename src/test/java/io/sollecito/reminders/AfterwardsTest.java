package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.outcomes;
import static io.sollecito.reminders.PlanningCase.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.SentStep;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AfterwardsTest {

    private static final String A_PERSON = PlanningCase.PLAN + "afterwards: {template: decide, after: 14d}\n";

    private static PlanningCase done(String plan, SentStep... history) {
        return new PlanningCase().under(plan).invoice("I1", "2026-01-01", "100.00", history);
    }

    @Test
    void a_plan_that_stops_says_after_which_reminder() {
        CasePlan plan = done(PlanningCase.PLAN + "afterwards: stop\n", sent("third", "2026-01-21"))
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("finished");
        assertThat(plan.decisions().get(0).reason()).isEqualTo("no step is left after third of 2026-01-21");
    }

    @Test
    void or_a_person_decides_how_to_go_on() {
        PlanningCase debtor = done(A_PERSON, sent("third", "2026-03-02"));

        assertThat(outcomes(debtor.on("2026-03-15"))).containsExactly("not-yet afterwards");
        CasePlan plan = debtor.on("2026-03-16");
        assertThat(outcomes(plan)).containsExactly("remind afterwards");
        assertThat(plan.reminders().get(0).channel()).isEqualTo("task");
        assertThat(plan.reminders().get(0).template()).isEqualTo("decide");
        assertThat(outcomes(done(A_PERSON, sent("third", "2026-03-02"), sent("afterwards", "2026-03-16"))
                        .on("2026-05-16")))
                .containsExactly("finished");
    }

    @Test
    void once_the_last_step_was_repeated_as_often_as_it_may_be() {
        String plan = A_PERSON.replace("third-reminder}", "third-reminder, repeat: {every: 14d, times: 1}}");
        SentStep repeated = new SentStep(
                "standard", "third", 1, "letter", LocalDate.parse("2026-03-16"), SentStep.State.SENT, null, null);

        assertThat(outcomes(done(plan, sent("third", "2026-03-02")).on("2026-03-16")))
                .containsExactly("remind third");
        assertThat(outcomes(done(plan, sent("third", "2026-03-02"), repeated).on("2026-03-29")))
                .containsExactly("not-yet afterwards");
        assertThat(outcomes(done(plan, sent("third", "2026-03-02"), repeated).on("2026-03-30")))
                .containsExactly("remind afterwards");
    }

    @Test
    void not_before_the_date_has_passed_that_the_last_step_printed() {
        String plan = A_PERSON.replace("third-reminder}", "third-reminder, deadline: 10d}");
        PlanningCase debtor = done(plan, sent("third", "2026-03-02"));

        assertThat(outcomes(debtor.on("2026-03-25"))).containsExactly("not-yet afterwards");
        assertThat(outcomes(debtor.on("2026-03-26"))).containsExactly("remind afterwards");
    }

    @Test
    void whoever_is_finished_is_still_demanded_with_what_falls_due_later() {
        CasePlan plan = done(PlanningCase.PLAN, sent("third", "2026-01-21"))
                .invoice("I2", "2026-03-01", "50.00")
                .on("2026-03-04");

        assertThat(PlanningCase.lines(plan.reminders().get(0)))
                .containsExactly("I1 overdue 100.00", "I2 overdue first 50.00");
    }
}
