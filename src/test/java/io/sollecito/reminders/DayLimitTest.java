package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.PlannedReminder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which messages of a day go out when not all of them may. */
class DayLimitTest {

    private static final String EACH = PlanningCase.PLAN.replace("interval: 7d", "group: receivable\ninterval: 7d");

    private static CasePlan limited(Integer atMost, int left, PlanningCase debtor) {
        CasePlan plan = debtor.on("2026-03-20");
        DayLimit limit = new DayLimit(atMost, left, "EUR");
        limit.consider(plan);
        return limit.chosen().within(plan);
    }

    private static PlanningCase debtor() {
        return new PlanningCase().under(EACH);
    }

    @Test
    void those_about_the_most_money_go_and_the_others_wait_for_another_day() {
        CasePlan plan = limited(
                2,
                2,
                debtor().invoice("I1", "2026-03-01", "100.00")
                        .invoice("I2", "2026-03-01", "300.00")
                        .invoice("I3", "2026-03-01", "200.00"));

        assertThat(outcomes(plan)).containsExactly("not-yet first", "remind first", "remind first");
        assertThat(plan.decisions().get(0).reason()).isEqualTo("the day's limit of 2 messages is reached");
        assertThat(plan.reminders())
                .extracting(reminder -> reminder.total().toPlainString())
                .containsExactlyInAnyOrder("300.00", "200.00");
    }

    @Test
    void the_creditors_currency_goes_before_others_whatever_the_amount() {
        CasePlan plan = limited(
                1, 1, debtor().invoiceIn("USD", "I1", "2026-03-01", "900.00").invoice("I2", "2026-03-01", "20.00"));

        assertThat(plan.reminders()).extracting(PlannedReminder::currency).containsExactly("EUR");
    }

    @Test
    void among_equals_the_oldest_debt_goes_first() {
        CasePlan plan =
                limited(1, 1, debtor().invoice("I1", "2026-03-02", "100.00").invoice("I2", "2026-03-01", "100.00"));

        assertThat(outcomes(plan)).containsExactly("not-yet first", "remind first");
    }

    @Test
    void what_earlier_parts_of_the_run_made_counts() {
        PlanningCase debtor = debtor().invoice("I1", "2026-03-01", "100.00").invoice("I2", "2026-03-01", "300.00");

        assertThat(outcomes(limited(5, 1, debtor))).containsExactly("not-yet first", "remind first");
        assertThat(limited(5, -1, debtor).reminders()).isEmpty();
    }

    @Test
    void a_limit_that_is_not_reached_changes_nothing() {
        CasePlan plan = debtor().invoice("I1", "2026-03-01", "100.00").on("2026-03-20");
        DayLimit limit = new DayLimit(1, 1, "EUR");
        limit.consider(plan);

        assertThat(limit.chosen().within(plan)).isSameAs(plan);
        assertThat(DayLimit.NONE.within(plan)).isSameAs(plan);
    }

    @Test
    void an_item_that_a_message_only_lists_keeps_its_own_reason() {
        CasePlan plan = limited(
                1,
                0,
                new PlanningCase()
                        .invoice("I1", "2026-03-01", "100.00", PlanningCase.sent("first", "2026-03-14"))
                        .invoice("I2", "2026-03-24", "50.00"));

        assertThat(outcomes(plan)).isEqualTo(List.of("not-yet second", "not-yet courtesy"));
        assertThat(plan.decisions().get(0).reason()).doesNotContain("limit");
        assertThat(plan.decisions().get(1).reason()).contains("limit");
    }
}
