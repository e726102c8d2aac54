package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.outcomes;
import static io.sollecito.reminders.PlanningCase.sent;
import static io.sollecito.reminders.PlanningCase.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.SentStep;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyLimitTest {

    private static final String TWO_A_WEEK =
            PlanningCase.PLAN.replace("interval: 7d", "interval: 1d\nlimit: {week: 2}");

    private static PlanningCase late() {
        return new PlanningCase().under(TWO_A_WEEK).invoice("I1", "2026-03-01", "100.00");
    }

    private static SentStep by(String channel, String step, String effective) {
        return new SentStep("standard", step, 0, channel, LocalDate.parse(effective), SentStep.State.SENT, null, null);
    }

    @Test
    void a_debtor_gets_no_more_messages_in_any_seven_days_than_the_plan_allows() {
        PlanningCase debtor = late().remindedOfOthers(sent("first", "2026-03-05"))
                .remindedOfOthers(by("sms", "due-today", "2026-03-07"));

        CasePlan plan = debtor.on("2026-03-11");
        assertThat(outcomes(plan)).containsExactly("not-yet first");
        assertThat(plan.decisions().get(0).reason()).isEqualTo("first on 2026-03-12: at most 2 messages in seven days");
        assertThat(outcomes(debtor.on("2026-03-12"))).containsExactly("remind first");
    }

    @Test
    void tasks_and_what_reached_nobody_do_not_count() {
        PlanningCase debtor = late().remindedOfOthers(sent("first", "2026-03-05"))
                .remindedOfOthers(by("task", "second", "2026-03-06"))
                .remindedOfOthers(step("third", "2026-03-07", SentStep.State.UNDELIVERED, "no such mailbox"));

        assertThat(outcomes(debtor.on("2026-03-11"))).containsExactly("remind first");
    }

    @Test
    void one_message_about_several_items_counts_once() {
        PlanningCase debtor = late().invoice("I2", "2026-03-01", "10.00", sent("first", "2026-03-05"))
                .invoice("I3", "2026-03-01", "10.00", sent("second", "2026-03-05"));

        assertThat(outcomes(debtor.on("2026-03-11")).get(0)).isEqualTo("remind first");
    }

    @Test
    void messages_of_one_run_count_too() {
        CasePlan plan = late().invoiceIn("USD", "I2", "2026-03-01", "50.00")
                .invoiceIn("CHF", "I3", "2026-03-01", "50.00")
                .on("2026-03-11");

        assertThat(outcomes(plan)).containsExactly("remind first", "remind first", "not-yet first");
        assertThat(plan.reminders()).hasSize(2);
    }

    @Test
    void reminders_of_the_debtors_open_items_count() {
        PlanningCase debtor = late().invoice("I2", "2026-03-01", "10.00", sent("first", "2026-03-05"))
                .invoice("I3", "2026-03-01", "10.00", sent("second", "2026-03-06"));

        assertThat(outcomes(debtor.on("2026-03-11")).get(0)).isEqualTo("not-yet first");
    }

    @ParameterizedTest
    @CsvSource({
        "standard, courtesy, remind first", // a task: it never left the house
        "standard, due-today, not-yet first",
        "standard, long-gone, not-yet first",
        "long-gone, first, not-yet first"
    })
    void where_the_channel_is_not_known_its_step_tells_unless_no_plan_has_it(
            String plan, String step, String expected) {
        PlanningCase debtor = new PlanningCase()
                .under(TWO_A_WEEK.replace("by: [email], template: courtesy", "by: [task], template: call-script"))
                .invoice("I1", "2026-03-01", "100.00")
                .remindedOfOthers(by("sms", "due-today", "2026-03-09"))
                .remindedOfOthers(new SentStep(
                        plan, step, 0, null, LocalDate.parse("2026-03-08"), SentStep.State.SENT, null, null));

        assertThat(outcomes(debtor.on("2026-03-11"))).containsExactly(expected);
    }
}
