package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.PlanOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition that cannot be answered leaves nobody out silently: of habits nothing is known, so that their number is 0. */
class UnanswerableConditionTest {

    private static final String HEAD = """
            plan: standard
            for: "%s"
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: first, when: 3d after due, by: [email], template: first-reminder}
              - {name: second, when: 10d after due, by: [letter], template: second-reminder, if: "%s"}
              - {name: third, when: 20d after due, by: [letter], template: third-reminder}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100 / debtor.habit.items > 2",
                "9223372036854775807 + debtor.habit.items + 1 > 2",
                "item.openAmount > decimal(debtor.country)"
            })
    void a_step_whose_condition_fails_holds_the_item_and_the_reason_names_plan_step_and_error(String condition) {
        PlanningCase debtor = new PlanningCase()
                .under(HEAD.formatted("debtor.country == 'IT'", condition))
                .invoice("I1", "2026-02-01", "100.00", PlanningCase.sent("first", "2026-02-10"))
                .invoice("I2", "2026-03-01", "50.00");

        CasePlan plan = debtor.on("2026-03-04");

        assertThat(outcomes(plan)).as("only whom it is about").containsExactly("held second", "remind first");
        assertThat(plan.decisions().get(0).reason())
                .startsWith("plan standard, step second: '" + condition + "' cannot be answered: ");
        assertThat(plan.decisions().get(0).plan()).isEqualTo("standard");
    }

    @Test
    void a_step_that_was_done_is_not_asked_again() {
        CasePlan plan = new PlanningCase()
                .under(HEAD.formatted("debtor.country == 'IT'", "100 / debtor.habit.items > 2"))
                .invoice("I1", "2026-02-01", "100.00", PlanningCase.sent("second", "2026-02-15"))
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("remind third");
    }

    @Test
    void a_plan_whose_condition_fails_leaves_the_item_without_a_plan_and_names_it() {
        CasePlan plan = new PlanningCase()
                .under(HEAD.formatted("100 / debtor.habit.items > 2", "true"))
                .invoice("I1", "2026-02-01", "100.00")
                .on("2026-03-04");

        assertThat(plan.decisions().get(0).outcome()).isEqualTo(PlanOutcome.NO_PLAN);
        assertThat(plan.decisions().get(0).reason())
                .startsWith("plan standard: '100 / debtor.habit.items > 2' cannot be answered: ");
    }
}
