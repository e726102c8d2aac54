package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.outcomes;
import static io.sollecito.reminders.PlanningCase.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sollecito.model.CasePlan;
import io.sollecito.model.Lateness;
import io.sollecito.model.PayingHabit;
import io.sollecito.model.PlanMove;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.ProblemsFound;
import io.sollecito.reminders.plan.PlanLoader;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans that ask about habits, amounts and risk, adapt to habits, and from which a person takes a debtor. */
class HabitPlanningTest {

    private static final String HEAD = """
            plan: standard
            interval: 7d
            adapt: {delay: 20d, channel: true, from: 5}
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
            """;

    private static final String PLAN = HEAD + """
              - {name: courtesy,  when: 5d before due, by: [email], template: courtesy}
              - {name: first, when: 3d after due, by: [email, letter], template: first-reminder}
              - {name: second, when: 10d after due, by: [letter], template: second-reminder}
            """;

    private static final String WITH_NOTICE = PLAN + """
              - {name: formal, when: 26d after due, by: [letter, email], template: formal-notice, deadline: 15d}
              - {name: handover, when: 5d after deadline, by: [handover], approve: true}
            """;

    @Test
    void who_usually_pays_twelve_days_late_gets_the_first_reminder_at_day_twelve() {
        PlanningCase rossi =
                usually(12, 7).under(PLAN).invoice("1042", "2026-02-02", "100.00", sent("courtesy", "2026-01-28"));

        assertThat(rossi.on("2026-02-13").decisions())
                .extracting(decision -> decision.outcome() + " " + decision.reason())
                .containsExactly("NOT_YET first on 2026-02-14; first reminder at day 12: usually pays 12 days late"
                        + " without a reminder (7 items)");
        assertThat(rossi.on("2026-02-14").decisions())
                .extracting(decision -> decision.outcome() + " " + decision.reason())
                .containsExactly("REMIND 12 days after due; first reminder at day 12: usually pays 12 days late"
                        + " without a reminder (7 items)");
    }

    @ParameterizedTest
    @CsvSource({"12,4,3", "2,9,3", "30,9,20", "12,5,12"})
    void a_habit_rests_on_enough_items_and_waits_no_longer_than_the_plan_allows(int usual, int items, int day) {
        PlanningCase rossi = usually(usual, items).under(PLAN).invoice("1042", "2026-02-02", "100.00");

        assertThat(firstDay(rossi)).isEqualTo(day);
    }

    @Test
    void a_habit_that_is_spread_wide_changes_nothing() {
        PayingHabit wide =
                new PayingHabit(new Lateness(8, 12, 4, 12, 20), new Lateness(8, 12, 4, 12, 20), Map.of(), 0, 0, 0, 0);

        assertThat(firstDay(new PlanningCase().habitIs(wide).under(PLAN).invoice("1042", "2026-02-02", "100.00")))
                .isEqualTo(3);
    }

    @Test
    void no_step_with_legal_effect_is_delayed() {
        PlanningCase rossi = usually(20, 9).under(WITH_NOTICE).invoice("1042", "2026-02-02", "100.00");

        assertThat(firstDay(rossi))
                .as("two intervals before the notice at day 26")
                .isEqualTo(12);
    }

    @Property(tries = 60)
    void adapting_makes_no_reminder_earlier(
            @ForAll @IntRange(min = -20, max = 60) int usual,
            @ForAll @IntRange(max = 12) int items,
            @ForAll @IntRange(max = 40) int day) {
        String asOf = LocalDate.parse("2026-02-02").plusDays(day).toString();
        CasePlan adapted = usually(usual, items)
                .under(WITH_NOTICE)
                .invoice("1042", "2026-02-02", "100.00")
                .on(asOf);
        CasePlan plain = new PlanningCase()
                .under(WITH_NOTICE)
                .invoice("1042", "2026-02-02", "100.00")
                .on(asOf);

        assertThat(adapted.reminders().size())
                .isLessThanOrEqualTo(plain.reminders().size());
    }

    @Test
    void the_channel_that_led_to_payment_goes_first_but_not_for_a_formal_notice() {
        Lateness late = new Lateness(6, 20, 20, 20, 20);
        PayingHabit byLetter = new PayingHabit(late, Lateness.NONE, Map.of("letter", 4, "email", 2), 0, 0, 0, 0);
        PayingHabit byEmail = new PayingHabit(late, Lateness.NONE, Map.of("letter", 2, "email", 4), 0, 0, 0, 0);

        CasePlan first = new PlanningCase()
                .habitIs(byLetter)
                .under(WITH_NOTICE)
                .invoice("1042", "2026-02-02", "100.00")
                .on("2026-02-06");
        CasePlan formal = new PlanningCase()
                .habitIs(byEmail)
                .under(WITH_NOTICE)
                .invoice("1042", "2026-02-02", "100.00", sent("second", "2026-02-14"))
                .on("2026-03-02");

        assertThat(first.reminders()).singleElement().satisfies(reminder -> {
            assertThat(reminder.channel()).isEqualTo("letter");
            assertThat(reminder.channels()).containsExactly("letter", "email");
        });
        assertThat(first.decisions().get(0).reason())
                .contains("letter goes first: 4 of 6 payments after a reminder followed one by it");
        assertThat(formal.reminders())
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.channel()).isEqualTo("letter"));
    }

    @Test
    void a_step_whose_condition_does_not_hold_is_left_out_and_the_reason_says_so() {
        String plan = HEAD + """
                  - {name: call, when: 3d after due, if: "item.openAmount >= decimal('1000.00')", by: [task], template: call-script}
                  - {name: first, when: 5d after due, by: [email], template: first-reminder}
                  - {name: last, when: 9d after due, if: "debtor.risk > 90", by: [letter], template: last}
                """;
        PlanningCase rossi = new PlanningCase()
                .under(plan)
                .invoice("1", "2026-02-02", "999.99")
                .invoice("2", "2026-02-02", "1000.00")
                .invoice("3", "2026-02-02", "5.00", sent("first", "2026-02-03"));

        CasePlan early = rossi.on("2026-02-05");
        assertThat(outcomes(early)).startsWith("not-yet first", "not-yet call");
        assertThat(early.decisions().get(0).reason())
                .isEqualTo(
                        "first on 2026-02-07; call left out, as item.openAmount >= decimal('1000.00') does not hold");
        assertThat(rossi.on("2026-02-12").decisions().get(0).reason())
                .isEqualTo("10 days after due; call left out, as item.openAmount >= decimal('1000.00') does not hold");
        assertThat(rossi.on("2026-02-12").decisions().get(2))
                .satisfies(decision -> assertThat(decision.outcome()).isEqualTo(PlanOutcome.FINISHED))
                .satisfies(decision -> assertThat(decision.reason())
                        .isEqualTo("no step is left after first of 2026-02-03; last left out, as debtor.risk > 90"
                                + " does not hold"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "debtor.habit.usualDaysLate > 10; true",
                "debtor.habit.usualDaysLate > 12 || debtor.habit.items < 5; false",
                "debtor.habit.remindedShare == 0 && debtor.habit.brokenPromises == 0; true",
                "debtor.risk >= 12; true",
                "debtor.owes >= 100 && item.originalAmount == decimal('100'); true",
                "item.daysOverdue == 18 && item.type == 'INVOICE'; true",
                "'vip' in debtor.tags; false",
            })
    void plans_are_chosen_by_habit_risk_and_amounts(String condition, boolean chosen) {
        String plan = PLAN.replace("interval:", "for: \"" + condition + "\"\ninterval:");
        CasePlan planned = usually(12, 7)
                .under(plan)
                .invoice("1042", "2026-02-02", "100.00")
                .on("2026-02-20");

        assertThat(planned.decisions().get(0).outcome()).isEqualTo(chosen ? PlanOutcome.REMIND : PlanOutcome.NO_PLAN);
    }

    @Test
    void a_debtor_whom_a_person_moved_is_under_that_plan_until_its_last_day() {
        String soft = PLAN.replace("plan: standard", "plan: soft\nfor: \"debtor.number == 'nobody'\"")
                .replace("name: first", "name: friendly");
        PlanningCase rossi = new PlanningCase()
                .under(PLAN, soft)
                .movedTo(
                        new PlanMove("soft", LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-10"), "anna", "x"))
                .invoice("1", "2026-02-02", "100.00")
                .invoice("2", "2026-02-02", "100.00", sent("first", "2026-02-05"))
                .invoice("3", "2026-01-20", "100.00", sent("second", "2026-02-01"));

        assertThat(rossi.on("2026-02-10").decisions())
                .extracting(decision -> decision.plan() + " " + decision.outcome() + " " + decision.step())
                .containsExactly("soft NOT_YET friendly", "soft HELD friendly", "soft FINISHED null");
        assertThat(rossi.on("2026-02-10").decisions().get(1).reason())
                .isEqualTo("its last step, first, is not in its plan; a person decides how to go on");
        assertThat(rossi.on("2026-02-11").decisions())
                .extracting(decision -> decision.plan() + " " + decision.step())
                .containsExactly("standard first", "standard second", "standard null");
    }

    @Test
    void a_move_to_a_plan_that_is_gone_leaves_no_plan() {
        PlanningCase rossi = new PlanningCase()
                .movedTo(
                        new PlanMove("gone", LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-10"), "anna", "x"))
                .invoice("1", "2026-02-02", "100.00");

        assertThat(rossi.on("2026-02-10").decisions().get(0).reason())
                .isEqualTo("anna moved the debtor to plan gone, which is not there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "debtor.risk > 80; true",
                "debtor.risk > 80 || item.daysOverdue > 60; true",
                "debtor.risk > 80 && item.daysOverdue > 60; false",
                "item.daysOverdue > 60; false",
            })
    void a_hand_over_never_rests_on_risk_alone(String condition, boolean refused) {
        String byItself = WITH_NOTICE.replace("by: [handover],", "if: \"" + condition + "\", by: [handover],");
        String byItsPlan = HEAD.replace("interval:", "for: \"" + condition + "\"\ninterval:") + """
                  - {name: handover, when: 5d after due, by: [handover], approve: true}
                """;
        for (String plan : new String[] {byItself, byItsPlan}) {
            ProblemsFound found = catchThrowableOfType(ProblemsFound.class, () -> PlanLoader.parse("plan.yaml", plan));
            assertThat(found != null && found.getMessage().contains("would rest on the risk score alone"))
                    .isEqualTo(refused);
        }
    }

    private static int firstDay(PlanningCase rossi) {
        LocalDate due = LocalDate.parse("2026-02-02");
        int day = 1;
        while (rossi.on(due.plusDays(day).toString()).reminders().isEmpty()) {
            day++;
        }
        return day;
    }

    private static PlanningCase usually(int days, int items) {
        Lateness late = new Lateness(items, days, days - 2, days, days + 2);
        return new PlanningCase().habitIs(new PayingHabit(late, late, Map.of(), 0, 0, 0, 0));
    }

    @Test
    void an_item_that_no_step_is_for_says_so_with_each_reason() {
        String plan = HEAD + """
                  - {name: call, when: 3d after due, if: "item.openAmount > decimal('1000')", by: [task], template: call-script}
                """;

        assertThat(new PlanningCase()
                        .under(plan)
                        .invoice("1", "2026-02-02", "5.00")
                        .on("2026-02-12")
                        .decisions()
                        .get(0)
                        .reason())
                .isEqualTo("no step is for it; call left out, as item.openAmount > decimal('1000') does not hold");
    }
}
