package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.lines;
import static io.sollecito.reminders.PlanningCase.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.DocumentType;
import io.sollecito.model.Hold;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What credits do to the messages of a debtor. */
class NettingTest {

    private final PlanningCase debtor = new PlanningCase();

    @Test
    void credits_that_cover_what_is_overdue_leave_the_reminder_of_what_falls_due() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-03-09", "80.00")
                .credit("C1", "-100.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("credit-covers first", "remind courtesy", "credit");
        assertThat(lines(plan.reminders().get(0)))
                .containsExactly("I1 overdue 100.00", "I2 upcoming courtesy 80.00", "C1 credit -100.00");
        assertThat(plan.reminders().get(0).total()).isEqualByComparingTo("80.00");
    }

    @Test
    void credits_that_leave_a_cent_of_what_is_overdue_stop_nothing() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-03-09", "80.00")
                .credit("C1", "-99.99")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("remind first", "remind courtesy", "credit");
    }

    @Test
    void nobody_is_reminded_of_what_falls_due_when_credits_cover_it() {
        CasePlan plan = debtor.invoice("I1", "2026-03-09", "100.00")
                .credit("C1", "-100.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("credit-covers courtesy", "credit");
        assertThat(plan.decisions().get(0).reason()).isEqualTo("credits of 100.00 EUR cover 100.00 EUR");
    }

    @Test
    void an_advance_for_an_order_that_is_not_demanded_is_kept_for_it_whole() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-06-01", "30.00")
                .credit(DocumentType.ADVANCE, "A1", "-100.00", "I2")
                .on("2026-03-04");

        assertThat(lines(plan.reminders().get(0))).containsExactly("I1 overdue first 100.00");
    }

    @Test
    void of_a_credit_note_only_what_its_own_invoice_leaves_is_netted_elsewhere() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-06-01", "30.00")
                .credit("C1", "-100.00", "I2")
                .on("2026-03-04");

        assertThat(lines(plan.reminders().get(0))).containsExactly("I1 overdue first 100.00", "C1 credit -70.00");
    }

    @Test
    void a_credit_note_for_an_invoice_that_is_paid_is_free_for_others() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .invoice("I2", "2026-02-01", "0.00")
                .credit("C1", "-20.00", "I2")
                .on("2026-03-04");

        assertThat(lines(plan.reminders().get(0))).containsExactly("I1 overdue first 100.00", "C1 credit -20.00");
    }

    @Test
    void a_credit_note_may_name_the_number_that_its_invoice_prints() {
        CasePlan plan = debtor.invoice("I1", "2026-03-01", "100.00")
                .printed("2026/1042")
                .invoice("I2", "2026-03-01", "30.00")
                .printed("2026/1043")
                .credit("C1", "-100.00", "2026/1042")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("credit-covers first", "remind first", "credit");
        assertThat(plan.decisions().get(0).reason()).isEqualTo("a credit that is for it covers it");
    }

    @Test
    void a_credit_that_was_disputed_is_netted_again_once_that_has_ended() {
        Hold ended = new Hold(
                null,
                Hold.DISPUTE,
                "wrong price",
                "anna",
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-03-03"));
        debtor.invoice("I1", "2026-03-01", "100.00").credit("C1", "-20.00").held(ended);

        assertThat(lines(debtor.on("2026-03-04").reminders().get(0)))
                .containsExactly("I1 overdue first 100.00", "C1 credit -20.00");
    }
}
