package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {

    private static String courtesyExpires(String expires) {
        return PlanningCase.PLAN.replace("template: courtesy", "template: courtesy, expires: " + expires);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06, remind courtesy", "2026-03-07, not-yet due-today"})
    void a_step_may_expire_earlier_than_its_kind_does(String day, String expected) {
        PlanningCase debtor = new PlanningCase().under(courtesyExpires("2d")).invoice("I1", "2026-03-10", "100.00");

        assertThat(outcomes(debtor.on(day))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-14, remind courtesy", "2026-03-15, remind first"})
    void a_step_may_expire_later_than_its_kind_does(String day, String expected) {
        PlanningCase debtor = new PlanningCase().under(courtesyExpires("10d")).invoice("I1", "2026-03-10", "100.00");

        assertThat(outcomes(debtor.on(day))).containsExactly(expected);
    }

    @Test
    void a_step_may_never_expire() {
        PlanningCase debtor = new PlanningCase().under(courtesyExpires("never")).invoice("I1", "2026-03-10", "100.00");

        assertThat(outcomes(debtor.on("2027-03-10"))).containsExactly("remind courtesy");
        assertThat(debtor.on("2027-03-10").reminders().get(0).expires()).isNull();
    }

    @Test
    void the_reminder_leaves_no_later_than_its_step_expires() {
        PlanningCase debtor = new PlanningCase().under(courtesyExpires("2d")).invoice("I1", "2026-03-10", "100.00");

        assertThat(debtor.on("2026-03-05").reminders().get(0).expires()).hasToString("2026-03-06");
    }

    @Test
    void what_expired_unsent_is_skipped_and_the_reason_says_so() {
        PlanningCase debtor = new PlanningCase().invoice("I1", "2026-03-01", "100.00");

        assertThat(debtor.on("2026-03-04").decisions().get(0).reason())
                .isEqualTo("3 days after due; courtesy has expired; due-today has expired");
    }
}
