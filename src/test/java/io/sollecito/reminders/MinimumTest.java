package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.DocumentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumTest {

    private static final String FIVE_PERCENT =
            PlanningCase.PLAN.replace("{EUR: 10.00}", "{EUR: {amount: 10.00, percent: 5}}");

    @Test
    void scenario_10_each_currency_has_its_own_minimum() {
        CasePlan plan = new PlanningCase()
                .under(PlanningCase.PLAN.replace("{EUR: 10.00}", "{EUR: 150.00, USD: 100.00}"))
                .invoice("I1", "2026-03-01", "149.00")
                .invoiceIn("USD", "I2", "2026-03-01", "120.00")
                .on("2026-03-04");

        assertThat(outcomes(plan)).containsExactly("below-minimum first", "remind first");
    }

    @ParameterizedTest
    @CsvSource({"49.99, below-minimum first", "50.00, remind first", "9.99, below-minimum first"})
    void a_message_about_a_small_part_of_what_is_open_is_not_sent(String overdue, String expected) {
        PlanningCase debtor = new PlanningCase()
                .under(FIVE_PERCENT)
                .invoice("I1", "2026-03-01", overdue)
                .invoice("I2", "2026-06-01", "950.00");

        assertThat(outcomes(debtor.on("2026-03-04")).get(0)).isEqualTo(expected);
    }

    @Test
    void the_reason_names_the_part_and_what_is_open() {
        PlanningCase debtor = new PlanningCase()
                .under(FIVE_PERCENT)
                .invoice("I1", "2026-03-01", "40.00")
                .invoice("I2", "2026-06-01", "960.00");

        assertThat(debtor.on("2026-03-04").decisions().get(0).reason())
                .isEqualTo("40.00 EUR is less than 5 % of the 1000.00 EUR open");
    }

    @Test
    void both_are_measured_after_credits_are_deducted() {
        PlanningCase debtor = new PlanningCase()
                .under(FIVE_PERCENT)
                .invoice("I1", "2026-03-01", "60.00")
                .invoice("I2", "2026-06-01", "960.00")
                .credit(DocumentType.PAYMENT_ON_ACCOUNT, "P1", "-20.00");

        assertThat(debtor.on("2026-03-04").decisions().get(0).reason())
                .isEqualTo("40.00 EUR is less than 5 % of the 1000.00 EUR open");
    }

    @Test
    void what_is_open_in_another_currency_plays_no_part() {
        PlanningCase debtor = new PlanningCase()
                .under(FIVE_PERCENT)
                .invoice("I1", "2026-03-01", "40.00")
                .invoiceIn("USD", "I2", "2026-06-01", "960.00");

        assertThat(outcomes(debtor.on("2026-03-04")).get(0)).isEqualTo("remind first");
    }

    @Test
    void scenario_20_items_below_the_minimum_are_reminded_together_once_they_reach_it() {
        PlanningCase debtor = new PlanningCase().invoice("I1", "2026-03-01", "9.99");
        assertThat(outcomes(debtor.on("2026-03-04"))).containsExactly("below-minimum first");

        debtor.invoice("I2", "2026-03-01", "0.01");
        CasePlan both = debtor.on("2026-03-04");
        assertThat(outcomes(both)).containsExactly("remind first", "remind first");
        assertThat(both.reminders()).hasSize(1);
    }

    @Test
    void what_is_settled_plays_no_part_although_its_amount_is_still_shown_as_open() {
        PlanningCase debtor = new PlanningCase()
                .under(FIVE_PERCENT)
                .invoice("I1", "2026-03-01", "40.00")
                .invoice("I2", "2026-06-01", "960.00")
                .settled();

        assertThat(outcomes(debtor.on("2026-03-04")).get(0)).isEqualTo("remind first");
    }
}
