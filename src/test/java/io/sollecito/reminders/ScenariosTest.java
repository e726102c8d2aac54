package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.lines;
import static io.sollecito.reminders.PlanningCase.outcomes;
import static io.sollecito.reminders.PlanningCase.sent;
import static io.sollecito.reminders.PlanningCase.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.DocumentType;
import io.sollecito.model.Hold;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.SentStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the planner alone decides of the scenarios that docs/reminding.md lists. */
class ScenariosTest {

    private static final String OVERDUE_ONLY = """
            plan: standard
            interval: 10d
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: first, when: 5d after due, by: [email], template: first-reminder}
              - {name: second, when: 15d after due, by: [email], template: second-reminder}
            """;

    @Test
    void scenario_2_a_step_that_was_planned_and_not_sent_stays_the_step_until_it_is_sent() {
        SentStep planned = step("first", "2026-03-06", SentStep.State.WAITING, null);
        assertThat(outcomes(late(planned).on("2026-03-31"))).containsExactly("awaiting-delivery first");

        SentStep left = sent("first", "2026-03-06");
        assertThat(outcomes(late(left).on("2026-03-31"))).containsExactly("remind second");

        Hold dispute = new Hold(1L, "dispute", "wrong price", "anna", null, null);
        assertThat(outcomes(late(planned).held(dispute).on("2026-03-31"))).containsExactly("held first");
        assertThat(outcomes(late(left).held(dispute).on("2026-03-31"))).containsExactly("held second");
    }

    private static PlanningCase late(SentStep history) {
        return new PlanningCase().under(OVERDUE_ONLY).invoice("I1", "2026-03-01", "100.00", history);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-05, not-yet second", "2026-02-10, not-yet second", "2026-02-11, remind second"})
    void scenario_3_the_next_step_waits_for_the_interval_since_the_last_one_left(String day, String expected) {
        PlanningCase debtor = new PlanningCase()
                .under(OVERDUE_ONLY)
                .invoice("I1", "2026-01-10", "100.00", sent("first", "2026-02-01"));

        assertThat(outcomes(debtor.on(day))).containsExactly(expected);
    }

    @Test
    void scenario_4_an_item_reminded_twice_and_one_newly_late_make_one_message_and_each_its_own_step() {
        CasePlan plan = new PlanningCase()
                .invoice("I1", "2026-02-01", "100.00", sent("first", "2026-02-04"), sent("second", "2026-02-12"))
                .invoice("I2", "2026-03-01", "50.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("remind third", "remind first");
        assertThat(plan.reminders())
                .singleElement()
                .satisfies(reminder -> assertThat(lines(reminder))
                        .containsExactly("I1 overdue third 100.00", "I2 overdue first 50.00"));
    }

    @Test
    void scenario_5_an_item_that_another_reminder_lists_for_information_keeps_its_step() {
        SentStep early = sent("first", "2026-03-04");
        CasePlan plan = new PlanningCase()
                .invoice("I1", "2026-03-01", "100.00", early)
                .invoice("I2", "2026-03-13", "80.00")
                .invoice("I3", "2026-04-30", "60.00")
                .on("2026-03-10");

        assertThat(lines(plan.reminders().get(0))).containsExactly("I1 overdue 100.00", "I2 upcoming courtesy 80.00");
        assertThat(outcomes(new PlanningCase()
                        .invoice("I1", "2026-03-01", "100.00", early)
                        .invoice("I2", "2026-03-13", "80.00", sent("courtesy", "2026-03-10"))
                        .invoice("I3", "2026-04-30", "60.00")
                        .on("2026-03-11")))
                .containsExactly("remind second", "not-yet due-today", "not-yet courtesy");
    }

    @Test
    void scenario_6_a_plan_for_overdue_items_only_lists_a_payment_that_is_not_applied() {
        CasePlan plan = new PlanningCase()
                .under(OVERDUE_ONLY)
                .invoice("I1", "2026-03-01", "100.00")
                .credit(DocumentType.PAYMENT_ON_ACCOUNT, "P1", "-30.00")
                .on("2026-03-06");

        PlannedReminder reminder = plan.reminders().get(0);
        assertThat(lines(reminder)).containsExactly("I1 overdue first 100.00", "P1 credit -30.00");
        assertThat(reminder.total()).isEqualByComparingTo("70.00");
    }

    @Test
    void scenario_7_credits_beyond_what_is_overdue_stop_the_reminder_and_the_reason_says_so() {
        CasePlan plan = new PlanningCase()
                .invoice("I1", "2026-03-01", "100.00")
                .credit("C1", "-130.00")
                .on("2026-03-04");

        assertThat(plan.reminders()).isEmpty();
        assertThat(outcomes(plan)).containsExactly("credit-covers first", "credit");
        assertThat(plan.decisions().get(0).reason()).isEqualTo("credits of 130.00 EUR cover 100.00 EUR");
    }

    @Test
    void scenario_14_a_linked_credit_note_settles_a_standalone_one_nets_and_without_them_all_is_demanded_again() {
        CasePlan credited = new PlanningCase()
                .invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-03-01", "80.00")
                .credit("C1", "-100.00", "I1")
                .credit("C2", "-30.00")
                .on("2026-03-04");
        assertThat(outcomes(credited)).containsExactly("credit-covers first", "remind first", "credit", "credit");
        assertThat(credited.reminders().get(0).total()).isEqualByComparingTo("50.00");

        CasePlan cancelled = new PlanningCase()
                .invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-03-01", "80.00")
                .on("2026-03-04");
        assertThat(outcomes(cancelled)).containsExactly("remind first", "remind first");
        assertThat(cancelled.reminders().get(0).total()).isEqualByComparingTo("180.00");
    }
}
