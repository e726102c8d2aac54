package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.outcomes;
import static io.sollecito.reminders.PlanningCase.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.proposals.ProposalChanges.Change;
import io.sollecito.model.CasePlan;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.SentStep;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person wants otherwise in one run. Items are numbered from 1 in the order in which they are named. */
class DirectionsTest {

    private static final String DAY = "2026-04-09";

    private static PlanningDay with(Change... changes) {
        return new PlanningDay(LocalDate.parse(DAY), null, null, new Directions(List.of(changes)));
    }

    private static Change change(long item, String kind, String channel) {
        return new Change(item, kind, channel, "anna", "asked for it on the telephone");
    }

    private static PlanningCase remindedOf(SentStep... history) {
        return new PlanningCase().invoice("I1", "2026-03-01", "100.00", history);
    }

    @Test
    void an_item_that_is_left_out_is_held_for_the_day_and_the_others_go_on_without_it() {
        CasePlan plan = remindedOf().invoice("I2", "2026-03-02", "50.00").on(with(change(1, Directions.OUT, null)));

        assertThat(outcomes(plan)).containsExactly("held first", "remind first");
        assertThat(plan.decisions().get(0).reason()).contains("asked for it on the telephone");
        assertThat(PlanningCase.lines(plan.reminders().get(0))).containsExactly("I2 overdue first 50.00");
    }

    @Test
    void a_step_back_is_the_one_before_as_a_repetition_of_it() {
        CasePlan plan = remindedOf(sent("first", "2026-03-04"), sent("second", "2026-03-12"))
                .on(with(change(1, Directions.BACK, null)));

        assertThat(outcomes(plan)).containsExactly("remind second");
        assertThat(plan.reminders().get(0).lines().get(0).repeat()).isEqualTo(1);
    }

    @Test
    void a_step_back_that_was_repeated_before_is_repeated_once_more() {
        SentStep again = new SentStep(
                "standard", "second", 1, "letter", LocalDate.parse("2026-03-20"), SentStep.State.SENT, null, null);
        CasePlan plan = remindedOf(sent("first", "2026-03-04"), sent("second", "2026-03-12"), again)
                .on(with(change(1, Directions.BACK, null)));

        assertThat(plan.reminders().get(0).lines().get(0).repeat()).isEqualTo(2);
    }

    @Test
    void a_step_back_that_never_went_out_is_its_first_time() {
        CasePlan plan = remindedOf()
                .under(PlanningCase.PLAN.replace("interval: 7d", "interval: 7d\ncatchUp: jump"))
                .on(with(change(1, Directions.BACK, null)));

        assertThat(outcomes(plan)).containsExactly("remind second");
        assertThat(plan.reminders().get(0).lines().get(0).repeat()).isZero();
    }

    @Test
    void there_is_no_step_back_to_one_that_has_expired() {
        CasePlan plan = remindedOf().on(with(change(1, Directions.BACK, null)));

        assertThat(outcomes(plan)).containsExactly("finished");
        assertThat(plan.reminders()).isEmpty();
    }

    @Test
    void a_step_back_passes_over_those_that_do_not_follow_the_others() {
        String plan = PlanningCase.PLAN.replace(
                "  - {name: third",
                "  - {name: came-back, when: on return, by: [email], template: collection-returned}\n  - {name: third");
        CasePlan back = remindedOf(sent("first", "2026-03-04"), sent("second", "2026-03-12"))
                .under(plan)
                .on(with(change(1, Directions.BACK, null)));

        assertThat(outcomes(back)).containsExactly("remind second");
    }

    @Test
    void a_message_goes_by_the_channel_that_was_chosen_for_one_of_its_items() {
        CasePlan plan =
                remindedOf().invoice("I2", "2026-03-02", "50.00").on(with(change(2, Directions.CHANNEL, "letter")));

        assertThat(plan.reminders()).extracting(PlannedReminder::channel).containsExactly("letter");
        assertThat(remindedOf()
                        .on(with(change(7, Directions.CHANNEL, "letter")))
                        .reminders())
                .extracting(PlannedReminder::channel)
                .containsExactly("email");
    }

    @Test
    void the_last_word_about_an_item_counts() {
        CasePlan plan = remindedOf().on(with(change(1, Directions.OUT, null), change(1, Directions.CHANNEL, "letter")));

        assertThat(outcomes(plan)).containsExactly("remind first");
        assertThat(plan.reminders().get(0).channel()).isEqualTo("letter");
    }

    @Test
    void a_step_back_goes_as_far_as_the_first_step_of_the_plan() {
        String plan = PlanningCase.PLAN.replaceAll("(?m)^ .*(courtesy|due-today).*\n", "");

        CasePlan back = remindedOf(sent("first", "2026-03-04")).under(plan).on(with(change(1, Directions.BACK, null)));

        assertThat(outcomes(back)).containsExactly("remind first");
    }

    @Test
    void repetitions_of_other_steps_do_not_count_for_it() {
        CasePlan plan = remindedOf(sent("first", "2026-03-04"))
                .under(PlanningCase.PLAN.replace("interval: 7d", "interval: 7d\ncatchUp: jump"))
                .on(with(change(1, Directions.BACK, null)));

        assertThat(outcomes(plan)).containsExactly("remind second");
        assertThat(plan.reminders().get(0).lines().get(0).repeat()).isZero();
    }

    @Test
    void what_is_left_out_is_always_what_was_wanted() {
        Change out = change(1, Directions.OUT, null);

        assertThat(Directions.unmet(remindedOf().on(with(out)), out)).isEmpty();
    }

    @Test
    void a_step_back_that_reminds_of_nothing_is_not_what_was_wanted_and_says_why() {
        Change back = change(1, Directions.BACK, null);
        PlanningCase two = new PlanningCase()
                .invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-03-01", "50.00", sent("first", "2026-03-04"), sent("second", "2026-03-12"));

        assertThat(Directions.unmet(two.on(with(back)), back))
                .hasValueSatisfying(why -> assertThat(why).startsWith("item 1 would not be reminded then: finished, "));
        Change other = change(2, Directions.BACK, null);
        assertThat(Directions.unmet(two.on(with(back, other)), other))
                .as("what becomes of other items does not matter")
                .isEmpty();
    }

    @Test
    void another_channel_is_what_was_wanted_only_if_it_reaches_the_debtor() {
        Change letter = change(1, Directions.CHANNEL, "letter");
        Change sms = change(1, Directions.CHANNEL, "sms");
        PlanningCase noMobile = remindedOf().debtorIs(PlanningCase.debtor("IT", "a@rossi.example", "+39 02 1234567"));

        assertThat(Directions.unmet(noMobile.on(with(letter)), letter)).isEmpty();
        assertThat(Directions.unmet(noMobile.on(with(sms)), sms)).hasValue("debtor 4711 has no usable address for sms");
        Change back = change(1, Directions.BACK, "sms");
        assertThat(Directions.unmet(noMobile.on(with()), back)).isEmpty();
    }
}
