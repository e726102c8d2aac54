package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.lines;
import static io.sollecito.reminders.PlanningCase.outcomes;
import static io.sollecito.reminders.PlanningCase.sent;
import static io.sollecito.reminders.PlanningCase.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Address;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Debtor;
import io.sollecito.model.DocumentType;
import io.sollecito.model.Hold;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.SentStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

    private final PlanningCase debtor = new PlanningCase();

    @ParameterizedTest
    @CsvSource({
        "2026-03-04, not-yet courtesy",
        "2026-03-05, remind courtesy",
        "2026-03-09, remind courtesy",
        "2026-03-10, remind due-today",
        "2026-03-11, not-yet first",
        "2026-03-12, not-yet first",
        "2026-03-13, remind first",
        "2026-03-29, remind first"
    })
    void a_step_fires_on_its_day_and_on_any_later_one_until_it_expires(String day, String expected) {
        assertThat(outcomes(debtor.invoice("I1", "2026-03-10", "100.00").on(day)))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14, remind due-today", // due on Saturday
        "2026-03-16, remind due-today", // the Monday that serves it
        "2026-03-17, remind first" // three days after due
    })
    void a_step_on_a_due_date_that_is_closed_waits_for_the_next_business_day(String day, String expected) {
        assertThat(outcomes(debtor.invoice("I1", "2026-03-14", "100.00").on(day)))
                .containsExactly(expected);
    }

    @Test
    void a_step_planned_but_not_sent_is_not_done_however_late_it_gets() {
        debtor.invoice("I1", "2026-03-10", "100.00", step("first", "2026-03-15", SentStep.State.WAITING, null));

        CasePlan plan = debtor.on("2026-04-09");
        assertThat(outcomes(plan)).containsExactly("awaiting-delivery first");
        assertThat(plan.decisions().get(0).reason()).isEqualTo("first is planned but not out yet");
    }

    @Test
    void once_sent_the_next_step_follows_and_a_hold_keeps_it_where_it_is() {
        assertThat(outcomes(new PlanningCase()
                        .invoice("I1", "2026-03-10", "100.00", sent("first", "2026-04-02"))
                        .on("2026-04-09")))
                .containsExactly("remind second");
        assertThat(outcomes(new PlanningCase()
                        .invoice("I1", "2026-03-10", "100.00", sent("first", "2026-04-02"))
                        .held(new Hold(1L, "dispute", "wrong price", "anna", null, null))
                        .on("2026-04-09")))
                .containsExactly("held second");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-14, not-yet second", "2026-03-15, remind second"})
    void the_interval_counts_from_the_effective_date_of_the_last_reminder(String day, String expected) {
        PlanningCase late = new PlanningCase()
                .under(PlanningCase.PLAN.replace("interval: 7d", "interval: 14d"))
                .invoice("I1", "2026-01-10", "100.00", sent("first", "2026-03-01"));

        assertThat(outcomes(late.on(day))).containsExactly(expected);
    }

    @Test
    void the_interval_counts_reminders_of_items_paid_since_but_none_before_due() {
        debtor.invoice("I1", "2026-03-10", "100.00", sent("courtesy", "2026-03-12"));
        assertThat(outcomes(debtor.on("2026-03-13"))).containsExactly("remind first");

        debtor.remindedOfOthers(sent("first", "2026-03-09"));
        assertThat(outcomes(debtor.on("2026-03-15"))).containsExactly("not-yet first");
        assertThat(outcomes(debtor.on("2026-03-16"))).containsExactly("remind first");
    }

    @Test
    void items_at_different_steps_make_one_message_in_the_tone_of_the_highest() {
        CasePlan plan = debtor.invoice(
                        "I1", "2026-02-01", "100.00", sent("first", "2026-02-04"), sent("second", "2026-02-12"))
                .invoice("I2", "2026-03-01", "50.00")
                .on("2026-03-04");

        assertThat(plan.reminders()).hasSize(1);
        PlannedReminder reminder = plan.reminders().get(0);
        assertThat(reminder.step()).isEqualTo("third");
        assertThat(reminder.channel()).isEqualTo("letter");
        assertThat(lines(reminder)).containsExactly("I1 overdue third 100.00", "I2 overdue first 50.00");
        assertThat(reminder.total()).isEqualByComparingTo("150.00");
    }

    @Test
    void an_item_not_yet_due_keeps_its_step_and_is_not_demanded_with_others() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-04-30", "80.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("remind first", "not-yet courtesy");
        assertThat(lines(plan.reminders().get(0))).containsExactly("I1 overdue first 100.00");
    }

    @Test
    void what_is_overdue_but_not_at_its_next_step_is_listed_without_advancing() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00", sent("first", "2026-03-04"))
                .invoice("I2", "2026-03-15", "80.00")
                .on("2026-03-10");

        assertThat(outcomes(plan)).containsExactly("not-yet second", "remind courtesy");
        assertThat(lines(plan.reminders().get(0))).containsExactly("I1 overdue 100.00", "I2 upcoming courtesy 80.00");
        assertThat(plan.reminders().get(0).total()).isEqualByComparingTo("180.00");
    }

    @Test
    void an_unapplied_payment_is_listed_and_netted() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .credit(DocumentType.PAYMENT_ON_ACCOUNT, "P1", "-30.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("remind first", "credit");
        assertThat(lines(plan.reminders().get(0))).containsExactly("I1 overdue first 100.00", "P1 credit -30.00");
        assertThat(plan.reminders().get(0).total()).isEqualByComparingTo("70.00");
    }

    @Test
    void credits_that_cover_the_overdue_total_stop_the_reminder_and_say_so() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-03-01", "20.00")
                .credit("C1", "-120.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("credit-covers first", "credit-covers first", "credit");
        assertThat(plan.decisions().get(0).reason()).isEqualTo("credits of 120.00 EUR cover 120.00 EUR");
        assertThat(plan.reminders()).isEmpty();
    }

    @Test
    void a_disputed_credit_and_an_advance_for_another_order_are_not_netted() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .credit(DocumentType.ADVANCE, "A1", "-100.00", "ORDER-9")
                .credit("C1", "-100.00")
                .held(new Hold(1L, "dispute", "", "anna", null, null))
                .on("2026-03-04");

        assertThat(plan.reminders().get(0).total()).isEqualByComparingTo("100.00");
    }

    @Test
    void a_linked_credit_note_settles_its_invoice_and_a_standalone_one_nets() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .credit("C1", "-100.00", "I1")
                .invoice("I2", "2026-03-01", "80.00")
                .credit("C2", "-30.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("credit-covers first", "credit", "remind first", "credit");
        assertThat(plan.reminders().get(0).total()).isEqualByComparingTo("50.00");
    }

    @Test
    void a_credit_note_for_an_invoice_that_is_not_demanded_stays_with_it() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-06-01", "100.00")
                .credit("C1", "-100.00", "I2")
                .on("2026-03-04");

        assertThat(lines(plan.reminders().get(0))).containsExactly("I1 overdue first 100.00");
    }

    @Test
    void one_payment_on_account_is_netted_once_among_messages_per_document() {
        CasePlan plan = new PlanningCase()
                .under(PlanningCase.PLAN.replace("interval: 7d", "group: receivable\ninterval: 7d"))
                .invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-03-01", "120.00")
                .invoice("I3", "2026-03-01", "90.00")
                .credit(DocumentType.PAYMENT_ON_ACCOUNT, "P1", "-150.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("credit-covers first", "remind first", "remind first", "credit");
        assertThat(plan.reminders())
                .extracting(PlannedReminder::total)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("70"), new BigDecimal("90"));
    }

    @Test
    void each_currency_has_its_own_minimum_and_message() {
        CasePlan plan = new PlanningCase()
                .under(PlanningCase.PLAN.replace("{EUR: 10.00}", "{EUR: 150.00, USD: 100.00}"))
                .invoice("I1", "2026-03-01", "149.00")
                .invoiceIn("USD", "I2", "2026-03-01", "120.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("below-minimum first", "remind first");
        assertThat(plan.reminders()).extracting(PlannedReminder::currency).containsExactly("USD");
    }

    @Test
    void small_items_are_reminded_together_once_they_reach_the_minimum() {
        debtor.invoice("I1", "2026-03-01", "9.99");
        assertThat(outcomes(debtor.on("2026-03-04"))).containsExactly("below-minimum first");

        debtor.invoice("I2", "2026-03-10", "0.01");
        CasePlan plan = debtor.on("2026-03-13");
        assertThat(outcomes(plan)).containsExactly("remind first", "remind first");
        assertThat(plan.reminders()).hasSize(1);
    }

    @Test
    void a_returned_payment_resumes_at_the_step_reached() {
        debtor.invoice("I1", "2025-12-01", "100.00", sent("first", "2025-12-04"), sent("second", "2025-12-11"));

        assertThat(outcomes(debtor.on("2026-03-04"))).containsExactly("remind third");
    }

    @Test
    void a_paid_instalment_is_settled_and_the_other_goes_on_by_its_own_date() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "0.00", sent("first", "2026-02-10"))
                .invoice("I2", "2026-03-08", "50.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("settled", "remind courtesy");
        assertThat(outcomes(new PlanningCase()
                        .invoice("I1", "2026-03-01", "70.00")
                        .settled()
                        .on("2026-03-04")))
                .containsExactly("settled");
    }

    @Test
    void an_invoice_a_year_late_moves_one_step_per_run_an_interval_apart() {
        String due = "2025-03-01";
        assertThat(outcomes(new PlanningCase().invoice("I1", due, "100.00").on("2026-03-02")))
                .containsExactly("remind first");
        assertThat(outcomes(new PlanningCase()
                        .invoice("I1", due, "100.00", sent("first", "2026-03-02"))
                        .on("2026-03-08")))
                .containsExactly("not-yet second");
        assertThat(outcomes(new PlanningCase()
                        .invoice("I1", due, "100.00", sent("first", "2026-03-02"))
                        .on("2026-03-09")))
                .containsExactly("remind second");
        assertThat(outcomes(new PlanningCase()
                        .invoice("I1", due, "100.00", sent("first", "2026-03-02"), sent("second", "2026-03-09"))
                        .on("2026-03-16")))
                .containsExactly("remind third");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-06, 2026-04-07T08:30+02:00", // Easter Monday
        "2026-03-29, 2026-03-30T08:30+02:00", // a Sunday, the night the clocks change
        "2026-03-26, 2026-03-26T08:30+01:00"
    })
    void a_closed_day_decides_the_same_and_sends_in_the_next_window(String day, String sendAt) {
        CasePlan plan = debtor.invoice("I1", "2026-03-20", "100.00").on(day);

        assertThat(outcomes(plan)).containsExactly("remind first");
        assertThat(plan.reminders().get(0).sendAt()).hasToString(sendAt);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-24, 2026-03-26", // courtesy, five days before due
        "2026-03-27, 2026-03-29", // due on a Friday: until the day before the next business day
    })
    void a_reminder_before_or_on_due_expires_with_its_step(String day, String lastDay) {
        CasePlan plan = debtor.invoice("I1", "2026-03-27", "100.00").on(day);

        assertThat(plan.reminders().get(0).expires()).hasToString(lastDay);
    }

    @Test
    void a_reminder_after_due_does_not_expire_unless_it_carries_an_earlier_step() {
        debtor.invoice("I1", "2026-03-20", "100.00");
        assertThat(debtor.on("2026-03-24").reminders().get(0).expires()).isNull();

        debtor.invoice("I2", "2026-03-27", "50.00");
        assertThat(debtor.on("2026-03-24").reminders().get(0).expires()).hasToString("2026-03-26");
    }

    @Test
    void a_courtesy_that_waits_past_the_due_date_does_not_hold_up_the_step_on_due() {
        debtor.invoice("I1", "2026-03-30", "100.00", step("courtesy", "2026-03-29", SentStep.State.WAITING, null));

        assertThat(outcomes(debtor.on("2026-03-29"))).containsExactly("awaiting-delivery courtesy");
        assertThat(outcomes(debtor.on("2026-03-30"))).containsExactly("remind due-today");
    }

    @Test
    void a_run_in_the_evening_sends_the_next_morning_in_the_debtors_zone() {
        PlanningDay evening =
                new PlanningDay(LocalDate.parse("2026-03-24"), Instant.parse("2026-03-24T18:05:00Z"), null);
        Debtor british = PlanningCase.debtor("GB", "ledger@brown.example", null);
        CasePlan plan = new PlanningCase()
                .under(PlanningCase.PLAN.replace("'IT'\"", "'GB'\""))
                .debtorIs(british)
                .invoice("I1", "2026-03-20", "100.00")
                .on(evening);

        assertThat(plan.reminders().get(0).sendAt()).hasToString("2026-03-25T08:30Z");
    }

    @Test
    void a_hold_ends_by_itself_on_the_day_it_names() {
        debtor.invoice("I1", "2026-03-01", "100.00")
                .held(new Hold(1L, "promise", "pays on the 9th", "anna", null, LocalDate.parse("2026-03-11")));

        assertThat(debtor.on("2026-03-11").decisions().get(0).reason())
                .isEqualTo("promise: pays on the 9th (until 2026-03-11)");
        assertThat(outcomes(debtor.on("2026-03-12"))).containsExactly("remind first");
    }

    @Test
    void a_held_item_is_listed_but_not_demanded_with_the_others() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .held(new Hold(1L, "dispute", "wrong price", "anna", null, null))
                .invoice("I2", "2026-03-01", "50.00")
                .on("2026-03-04");

        assertThat(lines(plan.reminders().get(0))).containsExactly("I2 overdue first 50.00", "I1 held 100.00");
        assertThat(plan.reminders().get(0).total()).isEqualByComparingTo("50.00");
    }

    @Test
    void stale_facts_remind_nobody_but_what_is_settled_or_a_credit_stays_so() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-03-01", "0.00")
                .credit("C1", "-5.00")
                .on(new PlanningDay(LocalDate.parse("2026-03-04"), null, "erp-acme-sap has never delivered"));

        assertThat(outcomes(plan)).containsExactly("stale", "settled", "credit");
        assertThat(plan.reminders()).isEmpty();
    }

    @Test
    void the_first_outcome_in_the_contracts_order_counts() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .unclear()
                .invoice("I2", "2026-03-01", "100.00")
                .frozen()
                .invoice("I3", "2026-06-01", "100.00")
                .unclear()
                .invoice(
                        "I4",
                        "2026-01-01",
                        "100.00",
                        sent("first", "2026-01-04"),
                        sent("second", "2026-01-11"),
                        sent("third", "2026-01-21"))
                .on("2026-03-04");

        assertThat(outcomes(plan))
                .containsExactly("payment-unclear first", "held first", "payment-unclear courtesy", "finished");
    }

    @Test
    void a_debtor_without_a_plan_is_told_apart() {
        CasePlan plan = debtor.debtorIs(PlanningCase.debtor("ES", "a@b.example", null))
                .invoice("I1", "2026-03-01", "100.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("no-plan");
    }

    @Test
    void an_item_without_a_due_date_has_no_plan() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00").undated().on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("no-plan");
        assertThat(plan.decisions().get(0).reason()).isEqualTo("it has no due date");
    }

    @Test
    void without_a_mailbox_the_letter_takes_over_and_without_an_address_nothing_goes() {
        CasePlan byLetter = new PlanningCase()
                .debtorIs(PlanningCase.debtor("IT", null, null))
                .invoice("I1", "2026-03-01", "100.00")
                .on("2026-03-04");
        assertThat(byLetter.reminders().get(0).channel()).isEqualTo("letter");
        assertThat(byLetter.reminders().get(0).channels()).containsExactly("email", "letter");

        Debtor nowhere = new Debtor(
                "ACME-IT",
                "sap",
                "4711",
                "Rossi",
                null,
                null,
                null,
                "IT",
                new Address(List.of("Via Roma 1"), null, "Milano", "IT"),
                null,
                null,
                null,
                null);
        CasePlan none = new PlanningCase()
                .debtorIs(nowhere)
                .invoice("I1", "2026-03-01", "100.00")
                .on("2026-03-04");
        assertThat(outcomes(none)).containsExactly("no-address first");
    }

    @ParameterizedTest
    @CsvSource({"+39 333 1234567, sms", "+39 02 12345678, ''", "no number, ''"})
    void a_text_message_goes_along_only_to_a_mobile_phone(String phone, String also) {
        CasePlan plan = debtor.debtorIs(PlanningCase.debtor("IT", "a@rossi.example", phone))
                .invoice("I1", "2026-03-04", "100.00")
                .on("2026-03-04");

        assertThat(String.join(" ", plan.reminders().get(0).also())).isEqualTo(also);
    }

    @Test
    void a_step_with_approval_waits_for_it_and_demands_only_what_reached_it() {
        String withFormal = PlanningCase.PLAN
                + "  - {name: formal, when: 30d after due, by: [registered-letter], template: formal-notice,"
                + " deadline: 15d, approve: true}\n";
        SentStep[] history = {sent("first", "2026-02-04"), sent("second", "2026-02-11"), sent("third", "2026-02-21")};
        PlanningCase waiting = new PlanningCase()
                .under(withFormal)
                .invoice("I1", "2026-02-01", "100.00", history)
                .invoice("I2", "2026-02-28", "50.00");
        assertThat(outcomes(waiting.on("2026-03-04"))).containsExactly("awaiting-approval formal", "remind first");
        assertThat(lines(waiting.on("2026-03-04").reminders().get(0)))
                .containsExactly("I1 overdue 100.00", "I2 overdue first 50.00");

        CasePlan approved = new PlanningCase()
                .under(withFormal)
                .invoice("I1", "2026-02-01", "100.00", history)
                .approved("formal")
                .invoice("I2", "2026-02-28", "50.00")
                .on("2026-03-04");
        assertThat(approved.reminders()).extracting(PlannedReminder::step).containsExactly("formal", "first");
        assertThat(lines(approved.reminders().get(0))).containsExactly("I1 overdue formal 100.00");
        assertThat(approved.reminders().get(0).deadline()).isEqualTo("2026-03-19");
        assertThat(lines(approved.reminders().get(1))).containsExactly("I2 overdue first 50.00");
    }

    @Test
    void a_hand_over_counts_from_the_printed_deadline() {
        String plan = PlanningCase.PLAN
                + "  - {name: formal, when: 30d after due, by: [letter], template: formal-notice, deadline: 15d}\n"
                + "  - {name: agency, when: 5d after deadline, by: [handover]}\n";
        PlanningCase late =
                new PlanningCase().under(plan).invoice("I1", "2026-01-01", "100.00", sent("formal", "2026-03-02"));

        assertThat(outcomes(late.on("2026-03-21"))).containsExactly("not-yet agency");
        assertThat(outcomes(late.on("2026-03-22"))).containsExactly("remind agency");
    }

    @Test
    void the_last_step_repeats_as_often_as_the_plan_says() {
        String plan = PlanningCase.PLAN.replace("third-reminder}", "third-reminder, repeat: {every: 14d, times: 1}}");
        assertThat(outcomes(new PlanningCase()
                        .under(plan)
                        .invoice("I1", "2026-01-01", "100.00", sent("third", "2026-03-02"))
                        .on("2026-03-15")))
                .containsExactly("not-yet third");
        CasePlan again = new PlanningCase()
                .under(plan)
                .invoice("I1", "2026-01-01", "100.00", sent("third", "2026-03-02"))
                .on("2026-03-16");
        assertThat(again.reminders().get(0).lines().get(0).repeat()).isEqualTo(1);

        SentStep repeated = new SentStep(
                "standard", "third", 1, "letter", LocalDate.parse("2026-03-16"), SentStep.State.SENT, null, null);
        assertThat(outcomes(new PlanningCase()
                        .under(plan)
                        .invoice("I1", "2026-01-01", "100.00", sent("third", "2026-03-02"), repeated)
                        .on("2026-05-16")))
                .containsExactly("finished");
    }

    @Test
    void a_reminder_that_reached_nobody_is_not_done_and_is_tried_again_after_the_interval() {
        debtor.invoice(
                "I1",
                "2026-03-01",
                "100.00",
                step("first", "2026-03-04", SentStep.State.UNDELIVERED, "no such mailbox"));

        assertThat(outcomes(debtor.on("2026-03-10"))).containsExactly("no-address first");
        assertThat(outcomes(debtor.on("2026-03-11"))).containsExactly("remind first");
    }

    @Test
    void a_debtor_moved_to_a_plan_without_his_last_step_waits_for_a_person() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00", sent("friendly-nudge", "2026-02-20"))
                .on("2026-03-10");

        assertThat(outcomes(plan)).containsExactly("held first");
        assertThat(plan.decisions().get(0).reason()).contains("friendly-nudge");
    }

    @Test
    void an_uncertain_reminder_is_not_repeated() {
        debtor.invoice("I1", "2026-03-01", "100.00", step("first", "2026-03-04", SentStep.State.UNCERTAIN, null));

        CasePlan plan = debtor.on("2026-05-04");
        assertThat(outcomes(plan)).containsExactly("awaiting-delivery first");
        assertThat(plan.decisions().get(0).reason()).isEqualTo("first may have been sent; a person has to look");
    }

    @Test
    void what_is_due_today_is_said_so() {
        CasePlan plan = debtor.invoice("I1", "2026-03-04", "100.00").on("2026-03-04");

        assertThat(plan.decisions().get(0).reason()).isEqualTo("due today; courtesy has expired");
    }
}
