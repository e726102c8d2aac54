package io.sollecito.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.Charge;
import io.sollecito.model.ChargeHistory;
import io.sollecito.model.ChargeKind;
import io.sollecito.model.ChargedBefore;
import io.sollecito.model.Debtor;
import io.sollecito.model.Decrease;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.SentStep;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the planner charges, on which day, to whom, and how often. */
class ChargingTest {

    private static final String PLAN = """
            plan: standard
            interval: 7d
            calendar: {country: IT, window: "08:30-18:00", zone: Europe/Rome}
            steps:
              - {name: first,  when: 3d after due,  by: [email], template: first-reminder, fee: {EUR: 5.00}}
              - {name: call,   when: 10d after due, by: [task], template: call-script}
              - {name: formal, when: 30d after due, by: [letter], template: formal-notice, interest: statutory, compensation: statutory, deadline: 15d, repeat: {every: 14d, times: 2}}
            """;

    @Test
    void the_formal_notice_charges_interest_up_to_its_day_and_compensation() {
        PlannedReminder reminder = only(formal("2026-02-14", "1190.00").on("2026-03-16"));

        assertThat(charges(reminder))
                .containsExactly(
                        "R1 interest 9.93 2026-02-15 2026-03-16 10.15", "R1 compensation 40.00 null null null");
        assertThat(reminder.total()).as("charges lie beside the total").isEqualByComparingTo("1190.00");
        assertThat(reminder.charges().get(0).basis())
                .isEqualTo("1190.00 x 10.15 % x 30/365 (2026-02-15 to 2026-03-16)");
    }

    @ParameterizedTest
    @CsvSource({
        "FR, business, 11.88, 40.00",
        "FR, public, 11.88, 40.00",
        "FR, consumer, , ",
        "FR, , , ",
        "IT, consumer, , ",
        "IT, , , ",
        // reminded on 20 January, late from the 24th: 52 days at 10.27 and 6.27
        "DE, business, 17.41, 40.00",
        "DE, consumer, 10.63, ",
        "CH, consumer, 8.48, ",
    })
    void the_creditors_country_and_the_debtors_class_say_what(
            String country, String debtorClass, String interest, String compensation) {
        CasePlan plan = new PlanningCase()
                .under(PLAN)
                .byLawOf(country)
                .debtorIs(ofClass(debtorClass))
                .invoice(
                        "R1",
                        country.matches("DE|CH") ? "2026-01-15" : "2026-02-14",
                        "1190.00",
                        PlanningCase.sent("first", country.matches("DE|CH") ? "2026-01-20" : "2026-02-17"),
                        PlanningCase.sent("call", "2026-02-24"))
                .on("2026-03-16");

        assertThat(amount(only(plan), ChargeKind.INTEREST)).isEqualTo(interest);
        assertThat(amount(only(plan), ChargeKind.COMPENSATION)).isEqualTo(compensation);
    }

    /** 31 days at 10.15 of 1190.00 are 10.258: 0.33 more than the 9.93 that were charged. */
    @Test
    void a_repeated_step_charges_the_days_since_and_compensation_no_more() {
        PlannedReminder reminder = only(new PlanningCase()
                .under(PLAN)
                .byLawOf("IT")
                .invoice("R1", "2026-02-14", "1190.00", PlanningCase.sent("formal", "2026-03-03"))
                .charged(new ChargeHistory(
                        List.of(
                                before("R1", ChargeKind.INTEREST, "9.93", "2026-03-16"),
                                before("R1", ChargeKind.COMPENSATION, "40.00", null)),
                        Map.of()))
                .on("2026-03-17"));

        assertThat(charges(reminder)).containsExactly("R1 interest 0.33 2026-03-17 2026-03-17 10.15");
        assertThat(reminder.charges().get(0).basis()).endsWith("; all since 2026-02-15 less 9.93 charged before");
    }

    @Test
    void a_day_that_was_charged_is_not_charged_again() {
        PlannedReminder reminder = only(formal("2026-02-14", "1190.00")
                .charged(new ChargeHistory(
                        List.of(
                                before("R1", ChargeKind.INTEREST, "9.93", "2026-03-16"),
                                before("R1", ChargeKind.COMPENSATION, "40.00", null)),
                        Map.of()))
                .on("2026-03-16"));

        assertThat(reminder.charges()).isEmpty();
    }

    /** 1190.00 for 15 days, 590.00 for 15: (1190 + 590) x 10.15 x 15 / 36500 = 7.425. */
    @Test
    void a_part_payment_lowers_the_interest_of_the_days_after_it() {
        PlannedReminder reminder = only(formal("2026-02-14", "590.00", "1190.00")
                .charged(new ChargeHistory(
                        List.of(),
                        Map.of("R1", List.of(new Decrease(LocalDate.parse("2026-03-01"), new BigDecimal("600.00"))))))
                .on("2026-03-16"));

        assertThat(amount(reminder, ChargeKind.INTEREST)).isEqualTo("7.42");
    }

    /** On 1,000.00 for 30 days: 1000 x 10.15 x 30 / 36500 = 8.342. */
    @Test
    void a_credit_note_that_names_the_invoice_bears_no_interest() {
        PlannedReminder reminder = only(
                formal("2026-02-14", "1190.00").credit("G1", "-190.00", "R1").on("2026-03-16"));

        assertThat(amount(reminder, ChargeKind.INTEREST)).isEqualTo("8.34");
        assertThat(reminder.total()).isEqualByComparingTo("1000.00");
    }

    @Test
    void what_the_item_before_was_charged_counts_for_the_one_that_continues_it() {
        PlannedReminder reminder = only(formal("2026-02-14", "500.00")
                .charged(new ChargeHistory(
                        List.of(
                                before("OLD", ChargeKind.INTEREST, "9.93", "2026-03-06")
                                        .inheritedBy("R1"),
                                before("OLD", ChargeKind.COMPENSATION, "40.00", null)
                                        .inheritedBy("R1")),
                        Map.of()))
                .on("2026-03-16"));

        // 500 x 10.15 x 10 / 36500 = 1.390
        assertThat(charges(reminder)).containsExactly("R1 interest 1.39 2026-03-07 2026-03-16 10.15");
    }

    @Test
    void in_france_an_invoice_is_compensated_once_elsewhere_each_instalment() {
        assertThat(compensations("FR")).isEqualTo(1);
        assertThat(compensations("IT")).isEqualTo(2);
    }

    @Test
    void a_fee_is_for_the_message_once() {
        PlannedReminder reminder = only(new PlanningCase()
                .under(PLAN)
                .byLawOf("IT")
                .invoice("R2", "2026-02-16", "300.00")
                .invoice("R1", "2026-02-14", "1190.00")
                .on("2026-02-20"));

        assertThat(charges(reminder)).containsExactly("R1 fee 5.00 null null null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IT", "FR", "XX"})
    void consumers_are_charged_no_fee_unless_their_country_allows(String country) {
        for (String debtorClass : new String[] {"consumer", null}) {
            assertThat(only(new PlanningCase()
                                    .under(PLAN)
                                    .byLawOf(country)
                                    .debtorIs(ofClass(debtorClass))
                                    .invoice("R1", "2026-02-14", "1190.00")
                                    .on("2026-02-20"))
                            .charges())
                    .isEmpty();
        }
    }

    /** 1190 x 8.5 x 30 / 36500 = 8.314. */
    @Test
    void what_was_agreed_is_charged_to_businesses_only() {
        String plan = PLAN.replace("interest: statutory, compensation: statutory", "interest: {rate: 8.5}");
        PlanningCase business = new PlanningCase()
                .under(plan)
                .invoice("R1", "2026-02-14", "1190.00", PlanningCase.sent("call", "2026-02-24"));
        PlanningCase consumer = new PlanningCase()
                .under(plan)
                .byLawOf("DE")
                .debtorIs(ofClass("consumer"))
                .invoice("R1", "2026-02-14", "1190.00", PlanningCase.sent("call", "2026-02-24"));

        assertThat(charges(only(business.on("2026-03-16"))))
                .containsExactly("R1 interest 8.31 2026-02-15 2026-03-16 8.5");
        assertThat(only(consumer.on("2026-03-16")).charges()).isEmpty();
    }

    @Test
    void a_rate_that_is_not_known_holds_the_item_and_says_which() {
        CasePlan plan = formal("2026-06-14", "1190.00").on("2026-07-20");

        assertThat(PlanningCase.outcomes(plan)).containsExactly("held formal");
        assertThat(plan.decisions().get(0).reason())
                .isEqualTo(
                        "the reference rate ecb of the half-year from 2026-07-01 is not known; add it to reminders/rates.yaml");
        assertThat(plan.reminders()).isEmpty();
    }

    @Test
    void a_country_whose_law_is_not_known_holds_the_item_and_says_which() {
        CasePlan plan = formal("2026-02-14", "1190.00").byLawOf("SE").on("2026-03-16");

        assertThat(PlanningCase.outcomes(plan)).containsExactly("held formal");
        assertThat(plan.decisions().get(0).reason())
                .isEqualTo("the law on late payment of SE is not known; add it to reminders/rates.yaml");
    }

    @Test
    void a_step_that_charges_by_law_demands_only_its_own_items() {
        String plan = PLAN.replace(", deadline: 15d", "");
        CasePlan planned = new PlanningCase()
                .under(plan)
                .byLawOf("IT")
                .invoice("R1", "2026-02-14", "1190.00", PlanningCase.sent("call", "2026-02-24"))
                .invoice("R2", "2026-03-10", "300.00")
                .on("2026-03-16");

        assertThat(planned.reminders())
                .extracting(PlanningCase::lines)
                .containsExactly(List.of("R1 overdue formal 1190.00"), List.of("R2 overdue first 300.00"));
    }

    /** A step that only demands compensation needs the law too, but no rate. */
    @Test
    void compensation_alone_needs_a_known_law() {
        String plan = PLAN.replace("interest: statutory, ", "");

        CasePlan unknown = called(plan).byLawOf("SE").on("2026-03-16");
        CasePlan known = called(plan).byLawOf("IT").on("2026-03-16");

        assertThat(PlanningCase.outcomes(unknown)).containsExactly("held formal");
        assertThat(charges(only(known))).containsExactly("R1 compensation 40.00 null null null");
    }

    @Test
    void a_fee_that_stands_is_not_charged_again_but_that_of_another_step_is() {
        PlanningCase debtor = new PlanningCase().under(PLAN).byLawOf("IT").invoice("R1", "2026-02-14", "1190.00");

        assertThat(only(debtor.charged(fee("first")).on("2026-02-20")).charges())
                .isEmpty();
        assertThat(charges(only(debtor.charged(fee("courtesy")).on("2026-02-20"))))
                .containsExactly("R1 fee 5.00 null null null");
    }

    @Test
    void in_france_an_invoice_of_which_an_instalment_was_compensated_is_compensated_no_more() {
        PlannedReminder reminder = only(new PlanningCase()
                .under(PLAN)
                .byLawOf("FR")
                .instalment(2, "R1", "2026-02-14", "500.00", PlanningCase.sent("call", "2026-02-24"))
                .charged(new ChargeHistory(
                        List.of(new ChargedBefore(
                                "R1/1", "R1", ChargeKind.COMPENSATION, "formal", new BigDecimal("40.00"), null, false)),
                        Map.of()))
                .on("2026-03-16"));
        PlannedReminder other = only(new PlanningCase()
                .under(PLAN)
                .byLawOf("FR")
                .instalment(2, "R1", "2026-02-14", "500.00", PlanningCase.sent("call", "2026-02-24"))
                .charged(new ChargeHistory(
                        List.of(
                                before("R7", ChargeKind.COMPENSATION, "40.00", null),
                                new ChargedBefore(
                                        "R1/1", "R1", ChargeKind.FEE, "first", new BigDecimal("5.00"), null, false)),
                        Map.of()))
                .on("2026-03-16"));

        assertThat(amount(reminder, ChargeKind.COMPENSATION)).isNull();
        assertThat(amount(other, ChargeKind.COMPENSATION)).isEqualTo("40.00");
    }

    /** In Germany interest runs from the third day after the first reminder; a call is none, nor is what came before the due date. */
    @Test
    void interest_runs_from_the_first_reminder_that_went_out_after_the_due_date() {
        String onTheDay = germanInterestFrom(PlanningCase.sent("first", "2026-01-15"));
        String called = germanInterestFrom(PlanningCase.sent("call", "2026-01-20"));
        String waiting = germanInterestFrom(new SentStep(
                "standard",
                "first",
                0,
                "email",
                LocalDate.parse("2026-01-20"),
                SentStep.State.UNDELIVERED,
                null,
                null));
        String first =
                germanInterestFrom(PlanningCase.sent("first", "2026-01-20"), PlanningCase.sent("first", "2026-01-30"));
        String ofAnotherPlan = germanInterestFrom(PlanningCase.sent("long-gone", "2026-01-20"));

        assertThat(first).isEqualTo("2026-01-24");
        assertThat(ofAnotherPlan).isEqualTo("2026-01-24");
        assertThat(List.of(onTheDay, called, waiting)).containsOnly("2026-02-15");
    }

    @Test
    void a_first_step_that_is_a_call_is_no_reminder_that_starts_interest() {
        String callFirst = PLAN.replace(
                "{name: first,  when: 3d after due,  by: [email], template: first-reminder, fee: {EUR: 5.00}}",
                "{name: ring, when: 3d after due, by: [task], template: call-script}");
        CasePlan plan = new PlanningCase()
                .under(callFirst)
                .byLawOf("DE")
                .invoice(
                        "R1",
                        "2026-01-15",
                        "1190.00",
                        PlanningCase.sent("ring", "2026-01-20"),
                        PlanningCase.sent("call", "2026-02-24"))
                .on("2026-03-16");

        assertThat(only(plan).charges().get(0).from()).isEqualTo("2026-02-15");
    }

    @Test
    void interest_that_comes_to_less_than_half_a_cent_is_no_charge() {
        PlannedReminder reminder = only(formal("2026-02-14", "0.50")
                .charged(new ChargeHistory(List.of(before("R1", ChargeKind.COMPENSATION, "40.00", null)), Map.of()))
                .on("2026-03-16"));

        assertThat(reminder.charges()).isEmpty();
    }

    /** Due on 14 February now, 1190 x 10.15 % x 30/365 = 9.93; 2.00 were charged while it was due earlier. */
    @Test
    void what_was_charged_before_a_due_date_that_has_moved_is_taken_off_and_no_earlier_day_is_charged() {
        PlannedReminder reminder = only(formal("2026-02-14", "1190.00")
                .charged(new ChargeHistory(
                        List.of(
                                before("R1", ChargeKind.INTEREST, "2.00", "2026-02-06"),
                                before("R1", ChargeKind.COMPENSATION, "40.00", null)),
                        Map.of()))
                .on("2026-03-16"));

        assertThat(charges(reminder)).containsExactly("R1 interest 7.93 2026-02-15 2026-03-16 10.15");
    }

    private static PlanningCase called(String plan) {
        return new PlanningCase()
                .under(plan)
                .invoice("R1", "2026-02-14", "1190.00", PlanningCase.sent("call", "2026-02-24"));
    }

    private static ChargeHistory fee(String step) {
        return new ChargeHistory(
                List.of(new ChargedBefore("R1", "R1", ChargeKind.FEE, step, new BigDecimal("5.00"), null, false)),
                Map.of());
    }

    /** The first day that the formal notice of 16 March charges, for an invoice due on 15 January. */
    private static String germanInterestFrom(SentStep... history) {
        List<SentStep> all = new ArrayList<>(List.of(history));
        all.add(PlanningCase.sent("call", "2026-02-24"));
        CasePlan plan = new PlanningCase()
                .under(PLAN)
                .byLawOf("DE")
                .invoice("R1", "2026-01-15", "1190.00", all.toArray(SentStep[]::new))
                .on("2026-03-16");
        return only(plan).charges().get(0).from().toString();
    }

    private static PlanningCase formal(String due, String open) {
        return formal(due, open, open);
    }

    private static PlanningCase formal(String due, String open, String original) {
        return new PlanningCase()
                .under(PLAN)
                .byLawOf("IT")
                .invoiceOf("R1", due, open, original, PlanningCase.sent("call", due.replace("-14", "-24")));
    }

    private static long compensations(String country) {
        CasePlan plan = new PlanningCase()
                .under(PLAN)
                .byLawOf(country)
                .instalment(1, "R1", "2026-02-12", "500.00", PlanningCase.sent("call", "2026-02-24"))
                .instalment(2, "R1", "2026-02-14", "500.00", PlanningCase.sent("call", "2026-02-24"))
                .on("2026-03-16");
        return only(plan).charges().stream()
                .filter(charge -> charge.kind() == ChargeKind.COMPENSATION)
                .count();
    }

    private static Debtor ofClass(String debtorClass) {
        Debtor rossi = PlanningCase.debtor("IT", "amministrazione@rossi.example", "+39 333 1234567");
        return new Debtor(
                rossi.creditor(),
                rossi.source(),
                rossi.debtor(),
                rossi.name(),
                debtorClass,
                null,
                "it",
                "IT",
                rossi.address(),
                List.of(),
                null,
                List.of(),
                rossi.contacts());
    }

    private static ChargedBefore before(String item, ChargeKind kind, String amount, String until) {
        return new ChargedBefore(
                item,
                item,
                kind,
                "formal",
                new BigDecimal(amount),
                until == null ? null : LocalDate.parse(until),
                false);
    }

    private static PlannedReminder only(CasePlan plan) {
        assertThat(plan.reminders()).as(plan.decisions().toString()).hasSize(1);
        return plan.reminders().get(0);
    }

    private static String amount(PlannedReminder reminder, ChargeKind kind) {
        return reminder.charges().stream()
                .filter(charge -> charge.kind() == kind)
                .map(charge -> charge.amount().toPlainString())
                .findFirst()
                .orElse(null);
    }

    private static List<String> charges(PlannedReminder reminder) {
        return reminder.charges().stream().map(ChargingTest::text).toList();
    }

    private static String text(Charge charge) {
        return charge.item().item().documentNo() + " " + charge.kind().text() + " " + charge.amount() + " "
                + charge.from() + " " + charge.until() + " " + charge.rate();
    }
}
