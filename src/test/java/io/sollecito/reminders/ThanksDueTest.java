package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.reminders.Thanks.Candidate;
import io.sollecito.ledger.reminders.Thanks.Settled;
import io.sollecito.ledger.reminders.Thanks.Verdict;
import io.sollecito.model.Debtor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom to thank, and why not. Today is Monday 2 March 2026, 07:00 in Rome. */
class ThanksDueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final Settled PAID = new Settled("1042", "payment", TODAY, false);

    private static final String PLAN = """
            plan: kind
            calendar: {country: IT, weekdays: [TUE, WED, THU], window: "10:00-18:00", zone: Europe/Rome}
            steps:
              - {name: first, when: 3d after due, by: [email], template: first-reminder}
            thanks: {template: thank-you, when: paid after a reminder, by: [sms, email]}
            """;

    private final ThanksDue due = new ThanksDue(PlanningCase.plans(PLAN), TODAY, Instant.parse("2026-03-02T06:00:00Z"));

    @Test
    void who_paid_is_thanked_in_the_next_window_and_at_most_a_week_later() {
        assertThat(due.verdict(paidBy("+39 333 1234567", "a@rossi.example")))
                .isEqualTo(new Verdict.Thank(
                        "thank-you",
                        "sms",
                        "+393331234567",
                        Instant.parse("2026-03-03T09:00:00Z"),
                        LocalDate.of(2026, 3, 10)));
    }

    @Test
    void the_next_channel_thanks_whom_the_first_does_not_reach() {
        assertThat(due.verdict(paidBy("+39 02 1234567", "a@rossi.example")))
                .isInstanceOfSatisfying(
                        Verdict.Thank.class,
                        thank -> assertThat(thank.recipient()).isEqualTo("a@rossi.example"));
    }

    @Test
    void whom_no_channel_reaches_and_who_is_not_known_is_not_thanked() {
        Verdict nowhere = new Verdict.Withhold("the debtor has no usable address");

        assertThat(due.verdict(paidBy("+39 02 1234567", null))).isEqualTo(nowhere);
        assertThat(due.verdict(new Candidate(1, "kind", null, List.of(PAID), null, null, false)))
                .isEqualTo(nowhere);
    }

    @ParameterizedTest
    @CsvSource({
        "credit, by a credit",
        "write-off, as a write-off",
        "collected, by collection",
        "assigned, by assignment",
        "replaced, by another number",
        "moved, otherwise"
    })
    void a_settlement_that_is_no_payment_is_not_thanked_for(String cause, String words) {
        assertThat(due.verdict(settled(PAID, new Settled("1043", cause, TODAY, false))))
                .isEqualTo(new Verdict.Withhold("1043 was settled " + words + ", not by a payment"));
    }

    @Test
    void nor_is_a_rest_that_was_written_off() {
        assertThat(due.verdict(settled(new Settled("1042", "payment", TODAY, true))))
                .isEqualTo(new Verdict.Withhold("a part of 1042 was written off"));
    }

    @Test
    void the_bank_has_ten_days_to_show_what_closed_an_item() {
        assertThat(due.verdict(settled(PAID, new Settled("1043", "unknown", TODAY.minusDays(10), false))))
                .isEqualTo(new Verdict.Wait());
        assertThat(due.verdict(settled(PAID, new Settled("1043", "unknown", TODAY.minusDays(11), false))))
                .isEqualTo(new Verdict.Withhold("nobody knows how 1043 was settled"));
    }

    @Test
    void it_has_them_too_for_what_only_its_means_of_payment_calls_collected() {
        String taken = Settled.TAKEN_FOR_COLLECTED;

        assertThat(due.verdict(settled(PAID, new Settled("1043", taken, TODAY.minusDays(10), false))))
                .isEqualTo(new Verdict.Wait());
        assertThat(due.verdict(settled(PAID, new Settled("1043", taken, TODAY.minusDays(11), false))))
                .isEqualTo(new Verdict.Withhold("1043 was settled by collection, not by a payment"));
    }

    @Test
    void who_owes_charges_or_something_else_or_is_on_hold_is_not_thanked() {
        Debtor rossi = PlanningCase.debtor("IT", "a@rossi.example", null);

        assertThat(due.verdict(new Candidate(1, "kind", rossi, List.of(PAID), null, null, true)))
                .isEqualTo(new Verdict.Withhold("charges are still to be paid"));
        assertThat(due.verdict(new Candidate(1, "kind", rossi, List.of(PAID), "1044", null, false)))
                .isEqualTo(new Verdict.Withhold("1044 is overdue"));
        assertThat(due.verdict(new Candidate(1, "kind", rossi, List.of(PAID), null, "dispute", false)))
                .isEqualTo(new Verdict.Withhold("the debtor is on hold (dispute)"));
    }

    private static Candidate settled(Settled... items) {
        Debtor rossi = PlanningCase.debtor("IT", "a@rossi.example", null);
        return new Candidate(1, "kind", rossi, List.of(items), null, null, false);
    }

    private static Candidate paidBy(String phone, String email) {
        return new Candidate(1, "kind", PlanningCase.debtor("IT", email, phone), List.of(PAID), null, null, false);
    }
}
