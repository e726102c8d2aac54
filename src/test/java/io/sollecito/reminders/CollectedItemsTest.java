package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.lines;
import static io.sollecito.reminders.PlanningCase.outcomes;
import static io.sollecito.reminders.PlanningCase.sent;
import static io.sollecito.reminders.PlanningCase.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.Hold;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.SentStep;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectedItemsTest {

    private static final String PLAN = PlanningCase.PLAN
            + "  - {name: will-be-collected, when: 5d before collection, by: [email], template: will-be-collected}\n"
            + "  - {name: collection-returned, when: on return, by: [email, letter], template: collection-returned}\n";

    private static PlanningCase debtor() {
        return new PlanningCase().under(PLAN);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04, not-yet will-be-collected",
        "2026-03-05, remind will-be-collected",
        "2026-03-09, remind will-be-collected",
        "2026-03-10, held",
        "2026-05-10, held"
    })
    void what_is_collected_is_told_of_before_and_nothing_else(String day, String expected) {
        CasePlan plan =
                debtor().invoice("I1", "2026-03-10", "100.00").inCollection().on(day);

        assertThat(outcomes(plan)).containsExactly(expected);
    }

    @Test
    void it_is_told_once() {
        CasePlan plan = debtor().invoice("I1", "2026-03-10", "100.00", sent("will-be-collected", "2026-03-05"))
                .inCollection()
                .on("2026-03-06");

        assertThat(outcomes(plan)).containsExactly("held");
        assertThat(plan.decisions().get(0).reason()).isEqualTo("to be collected on 2026-03-10");
    }

    @Test
    void nobody_is_asked_to_pay_what_is_collected() {
        CasePlan plan = debtor().invoice("I1", "2026-03-10", "100.00")
                .inCollection()
                .invoice("I2", "2026-03-02", "70.00")
                .credit("C1", "-20.00")
                .on("2026-03-05");

        assertThat(plan.reminders())
                .extracting(PlannedReminder::step)
                .containsExactlyInAnyOrder("first", "will-be-collected");
        PlannedReminder collected = plan.reminders().stream()
                .filter(reminder -> reminder.step().equals("will-be-collected"))
                .findFirst()
                .orElseThrow();
        assertThat(lines(collected)).containsExactly("I1 not-yet-due will-be-collected 100.00");
        assertThat(collected.total()).isZero();
        assertThat(plan.decisions().get(0).reason()).isEqualTo("to be collected on 2026-03-10");
    }

    @Test
    void a_plan_without_such_a_step_holds_what_is_collected() {
        assertThat(outcomes(new PlanningCase()
                        .invoice("I1", "2026-03-10", "100.00")
                        .inCollection()
                        .on("2026-03-05")))
                .containsExactly("held");
    }

    @Test
    void items_that_are_not_collected_never_get_the_steps_of_those_that_are() {
        CasePlan plan = debtor().invoice(
                        "I1",
                        "2026-01-01",
                        "100.00",
                        sent("first", "2026-01-04"),
                        sent("second", "2026-01-11"),
                        sent("third", "2026-01-21"))
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("finished");
    }

    @Test
    void a_return_has_its_own_step_that_waits_for_no_interval_and_then_the_item_goes_on_from_where_it_was() {
        SentStep[] before = {sent("first", "2026-03-04"), sent("will-be-collected", "2026-03-05")};
        CasePlan back = debtor().invoice("I1", "2026-03-01", "100.00", before)
                .returned("2026-03-06")
                .on("2026-03-06");
        assertThat(outcomes(back)).containsExactly("remind collection-returned");
        assertThat(back.decisions().get(0).reason()).isEqualTo("its collection or payment came back on 2026-03-06");
        assertThat(lines(back.reminders().get(0))).containsExactly("I1 overdue collection-returned 100.00");

        SentStep[] after = {before[0], before[1], sent("collection-returned", "2026-03-06")};
        assertThat(outcomes(debtor().invoice("I1", "2026-03-01", "100.00", after)
                        .returned("2026-03-06")
                        .on("2026-03-12")))
                .containsExactly("not-yet second");
        assertThat(outcomes(debtor().invoice("I1", "2026-03-01", "100.00", after)
                        .returned("2026-03-06")
                        .on("2026-03-13")))
                .containsExactly("remind second");
    }

    @Test
    void a_second_return_is_a_repetition_of_its_step() {
        CasePlan plan = debtor().invoice(
                        "I1",
                        "2026-03-01",
                        "100.00",
                        sent("first", "2026-03-05"),
                        sent("collection-returned", "2026-03-06"))
                .returned("2026-04-06")
                .on("2026-04-06");

        assertThat(outcomes(plan)).containsExactly("remind collection-returned");
        assertThat(plan.reminders().get(0).lines().get(0).repeat()).isEqualTo(1);
    }

    @Test
    void a_return_is_told_of_in_a_message_of_its_own() {
        CasePlan plan = debtor().invoice("I1", "2026-02-10", "100.00")
                .returned("2026-03-04")
                .invoice("I2", "2026-03-01", "70.00")
                .on("2026-03-04");

        assertThat(plan.reminders()).hasSize(2);
        assertThat(plan.reminders())
                .allSatisfy(reminder -> assertThat(reminder.lines()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SDD|    2026-03-17| 2026-03-16| to be collected by direct debit on 2026-03-17",
                "SDD|    2026-03-17| 2026-03-17| collected by direct debit, may come back until 2026-05-12",
                "SDD|    2026-03-17| 2026-05-12| collected by direct debit, may come back until 2026-05-12",
                "SDD|    2026-03-17| 2026-05-13| presented to the bank, neither paid nor returned by 2026-05-12; a person asks the bank",
                "MP21|   2026-03-17| 2026-03-20| collected by B2B direct debit, may come back until 2026-03-20",
                "MP21|   2026-03-17| 2026-03-21| presented to the bank, neither paid nor returned by 2026-03-20; a person asks the bank",
                "Ri.Ba.| 2026-03-31| 2026-04-08| collected by RiBa, may come back until 2026-04-08",
                "Ri.Ba.| 2026-03-31| 2026-04-09| presented to the bank, neither paid nor returned by 2026-04-08; a person asks the bank",
                "LCR|    2026-03-14| 2026-03-15| to be collected by LCR on 2026-03-16",
                "BOR|    2026-03-14| 2026-03-20| collected by BOR, may come back until 2026-03-20",
                "cash|   2026-03-17| 2026-05-12| collected, may come back until 2026-05-12"
            })
    void what_is_collected_is_pending_until_it_cannot_come_back_any_more_and_then_for_a_person(
            String means, String due, String day, String reason) {
        CasePlan plan = new PlanningCase()
                .invoice("I1", due, "100.00")
                .collectedBy(means, null)
                .on(day);

        assertThat(outcomes(plan)).containsExactly("held");
        assertThat(plan.decisions().get(0).reason()).isEqualTo(reason);
        assertThat(plan.reminders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-10| to be collected by direct debit on 2026-03-17",
                "2026-05-12| collected by direct debit, may come back until 2026-05-12",
                "2026-05-13| collected by direct debit; as not authorised it may come back until 2027-04-17",
                "2027-04-17| collected by direct debit; as not authorised it may come back until 2027-04-17",
                "2027-04-18| collected by direct debit"
            })
    void what_was_collected_and_is_paid_or_closed_says_until_when_it_may_come_back(String day, String reason) {
        CasePlan plan = new PlanningCase()
                .invoice("I1", "2026-03-17", "0.00")
                .collectedBy("SDD", null)
                .on(day);

        assertThat(outcomes(plan)).containsExactly("settled");
        assertThat(plan.decisions().get(0).reason()).isEqualTo(reason);
    }

    @Test
    void what_is_presented_after_it_was_due_is_pending_from_then_on() {
        PlanningCase late =
                new PlanningCase().invoice("I1", "2026-01-15", "100.00").collectedBy("RIBA", "2026-03-02");

        assertThat(late.on("2026-03-09").decisions().get(0).reason())
                .isEqualTo("collected by RiBa, may come back until 2026-03-09");
    }

    @Test
    void how_long_it_may_come_back_is_not_guessed() {
        CasePlan plan = new PlanningCase()
                .withoutReturnTimes()
                .invoice("I1", "2026-01-15", "100.00")
                .collectedBy("RIBA", null)
                .on("2026-12-01");

        assertThat(outcomes(plan)).containsExactly("held");
        assertThat(plan.decisions().get(0).reason())
                .isEqualTo(
                        "collected by RiBa; how long it may come back is not known: add it to reminders/collections.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-10", "2026-05-12", "2027-04-17", "2028-01-10"})
    void what_comes_back_is_open_again_at_its_step_however_late_it_is(String day) {
        SentStep reached = sent("first", "2026-03-04");
        assertThat(outcomes(debtor().invoice("I1", "2026-03-01", "100.00", reached)
                        .returned(day)
                        .on(day)))
                .containsExactly("remind collection-returned");
        LocalDate later = LocalDate.parse(day).plusDays(7);
        assertThat(outcomes(debtor().invoice("I1", "2026-03-01", "100.00", reached, sent("collection-returned", day))
                        .returned(day)
                        .on(later.toString())))
                .containsExactly("remind second");
    }

    @Test
    void a_return_that_a_person_has_to_look_at_is_held_with_its_reason() {
        CasePlan plan = debtor().invoice("I1", "2026-02-10", "100.00")
                .returned("2026-03-04")
                .invoice("I2", "2026-02-10", "70.00")
                .held(new Hold(1L, "dispute", "a direct debit came back, MD06", "bank", null, null))
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("remind collection-returned", "held first");
    }

    @Test
    void a_notice_that_waits_does_not_hold_up_the_step_on_return() {
        CasePlan plan = debtor().invoice(
                        "I1",
                        "2026-03-01",
                        "100.00",
                        step("will-be-collected", "2026-02-28", SentStep.State.WAITING, null))
                .returned("2026-03-04")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("remind collection-returned");
    }

    @Test
    void other_reminders_do_not_stand_for_the_notice_of_the_collection() {
        CasePlan plan = debtor().invoice("I1", "2026-03-10", "100.00", sent("courtesy", "2026-03-05"))
                .inCollection()
                .on("2026-03-06");

        assertThat(outcomes(plan)).containsExactly("remind will-be-collected");
    }

    @Test
    void how_often_it_came_back_plays_no_part_in_how_often_the_last_step_is_repeated() {
        SentStep third = sent("third", "2026-01-21");
        SentStep returned = new SentStep(
                "standard",
                "collection-returned",
                3,
                "email",
                third.effective().plusDays(2),
                SentStep.State.SENT,
                null,
                null);
        CasePlan plan = new PlanningCase()
                .under(PLAN.replace("third-reminder}", "third-reminder, repeat: {every: 14d, times: 1}}"))
                .invoice("I1", "2026-01-01", "100.00", third, returned)
                .on("2026-02-04");

        assertThat(outcomes(plan)).containsExactly("remind third");
        assertThat(plan.reminders().get(0).lines().get(0).repeat()).isEqualTo(1);
    }

    @Test
    void such_a_step_may_be_for_some_items_only() {
        String plan = PLAN.replace(
                        "before collection, by", "before collection, if: \"item.openAmount > decimal('99')\", by")
                .replace("on return, by", "on return, if: \"item.openAmount > decimal('99')\", by");

        assertThat(outcomes(new PlanningCase()
                        .under(plan)
                        .invoice("I1", "2026-03-10", "100.00")
                        .inCollection()
                        .invoice("I2", "2026-03-10", "99.00")
                        .inCollection()
                        .on("2026-03-05")))
                .containsExactly("remind will-be-collected", "held");
        assertThat(outcomes(new PlanningCase()
                        .under(plan)
                        .invoice("I1", "2026-02-10", "100.00")
                        .returned("2026-03-03")
                        .invoice("I2", "2026-02-10", "99.00")
                        .returned("2026-03-03")
                        .on("2026-03-05")))
                .containsExactly("remind collection-returned", "remind first");
    }
}
