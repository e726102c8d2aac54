package io.sollecito.reminders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Lateness;
import io.sollecito.model.PayingHabit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan as it is for a debtor of certain habits, at the days and numbers on which that turns. */
class AdaptationTest {

    private static final String HEAD = """
            plan: standard
            interval: 7d
            adapt: {delay: 20d, channel: true, from: 5}
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
            """;

    private static final String FIRST =
            "  - {name: first, when: 3d after due, by: [email, letter], template: first-reminder}\n";

    private static final String NOTICE = "by: [letter], template: formal-notice, deadline: 15d}\n";

    @ParameterizedTest
    @CsvSource({"2,3d after due", "3,3d after due", "4,4d after due", "20,20d after due", "21,20d after due"})
    void the_first_reminder_waits_for_the_usual_day_up_to_the_longest_delay(int usual, String when) {
        PlanStep first = plan(FIRST).adaptedTo(late(usual, 5, 0)).steps().get(0);

        assertThat(first.when()).hasToString(when);
        assertThat(first.adapted() == null)
                .as("a step that stays gives no reason")
                .isEqualTo(when.equals("3d after due"));
    }

    @Test
    void the_reason_says_from_how_many_items_the_usual_day_is_known() {
        String dueToday = "  - {name: due-today, when: on due, by: [email], template: due-today}\n";

        assertThat(plan(dueToday + FIRST).adaptedTo(late(4, 5, 0)).steps())
                .extracting(PlanStep::adapted)
                .containsExactly(
                        null, "first reminder at day 4: usually pays 4 days late without a reminder (5 items)");
    }

    @ParameterizedTest
    @CsvSource({"7,12d after due", "8,3d after due"})
    void a_spread_of_a_week_is_still_a_habit(int spread, String when) {
        Lateness late = new Lateness(9, 12, 10, 12, 10 + spread);
        PayingHabit habit = new PayingHabit(late, late, Map.of(), 0, 0, 0, 0);

        assertThat(plan(FIRST).adaptedTo(habit).steps().get(0).when()).hasToString(when);
    }

    @Test
    void a_plan_that_reminds_nobody_after_due_stays_as_it_is() {
        ReminderPlan courtesy = plan("  - {name: courtesy, when: 5d before due, by: [email], template: courtesy}\n");

        assertThat(courtesy.adaptedTo(late(12, 9, 0))).isSameAs(courtesy);
    }

    @Test
    void a_first_reminder_with_legal_effect_does_not_wait() {
        ReminderPlan notice = plan("  - {name: formal, when: 3d after due, " + NOTICE);
        ReminderPlan agency = plan("  - {name: agency, when: 3d after due, by: [handover]}\n");

        assertThat(notice.adaptedTo(late(12, 9, 0))).isSameAs(notice);
        assertThat(agency.adaptedTo(late(12, 9, 0))).isSameAs(agency);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "18d after due; 11", // the interval later is the notice's day
                "25d after due; 18",
                "30d after due; 20", // no longer than the plan allows
                "5d after due; 3", // it comes an interval after the first one in any case
                "15d after previous; 3" // it counts from the first one: nothing is left to wait
            })
    void it_waits_only_as_long_as_the_formal_notice_keeps_its_day(String notice, int day) {
        ReminderPlan plan = plan(FIRST + "  - {name: formal, when: " + notice + ", " + NOTICE);

        assertThat(plan.adaptedTo(late(20, 9, 0)).steps().get(0).when().days()).isEqualTo(day);
    }

    @Test
    void reminders_between_keep_their_interval_before_the_notice() {
        String second = "  - {name: second, when: 5d after previous, by: [email], template: second-reminder}\n";
        String called = "  - {name: called, when: 9d after previous, by: [task], template: call}\n";

        assertThat(plan(FIRST + second + "  - {name: formal, when: 30d after due, " + NOTICE)
                        .adaptedTo(late(20, 9, 0))
                        .steps()
                        .get(0)
                        .when()
                        .days())
                .as("two intervals before day 30")
                .isEqualTo(16);
        assertThat(plan(FIRST + called + "  - {name: formal, when: 30d after due, " + NOTICE)
                        .adaptedTo(late(20, 9, 0))
                        .steps()
                        .get(0)
                        .when()
                        .days())
                .as("nine days and an interval before day 30")
                .isEqualTo(14);
    }

    @Test
    void steps_of_collected_items_do_not_count_between_the_first_reminder_and_the_notice() {
        String returned = "  - {name: returned, when: on return, by: [email], template: returned}\n";
        ReminderPlan plan = plan(FIRST + returned + "  - {name: formal, when: 25d after due, " + NOTICE);

        assertThat(plan.adaptedTo(late(20, 9, 0)).steps().get(0).when().days()).isEqualTo(18);
    }

    @ParameterizedTest
    @CsvSource({"4,email", "5,letter"})
    void the_best_channel_goes_first_once_enough_payments_followed_a_reminder(int reminded, String channel) {
        PlanStep first = plan(FIRST).adaptedTo(late(0, 0, reminded)).steps().get(0);

        assertThat(first.by()).startsWith(channel).hasSize(2);
    }

    @Test
    void both_habits_give_both_reasons() {
        assertThat(plan(FIRST).adaptedTo(late(12, 7, 6)).steps().get(0).adapted())
                .isEqualTo("first reminder at day 12: usually pays 12 days late without a reminder (7 items);"
                        + " letter goes first: 6 of 6 payments after a reminder followed one by it");
    }

    @Test
    void who_has_no_history_or_a_plan_that_does_not_adapt_gets_the_plan_as_it_is() {
        ReminderPlan adapting = plan(FIRST);
        ReminderPlan plain = PlanLoader.parse("plan.yaml", (HEAD + FIRST).replaceFirst("adapt: .*\n", ""));

        assertThat(adapting.adaptedTo(PayingHabit.NONE)).isSameAs(adapting);
        assertThat(plain.adaptedTo(late(12, 7, 6))).isSameAs(plain);
    }

    private static ReminderPlan plan(String steps) {
        return PlanLoader.parse("plan.yaml", HEAD + steps);
    }

    /** So many items were paid by themselves, all on that day, and so many after a letter. */
    private static PayingHabit late(int day, int unreminded, int reminded) {
        return new PayingHabit(
                new Lateness(unreminded + reminded, day, day, day, day),
                new Lateness(unreminded, day, day, day, day),
                reminded == 0 ? Map.of() : Map.of("letter", reminded),
                0,
                0,
                0,
                0);
    }
}
