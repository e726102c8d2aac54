package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Hold;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which held items a message about others mentions. */
class HeldItemsListedTest {

    private static final Hold DISPUTE = hold("dispute", null);
    private static final Hold DISPUTE_OF_LAST_MONTH = hold("dispute", "2026-02-28");
    private static final Hold INSOLVENCY_OF_LAST_MONTH = hold("insolvency", "2026-02-28");

    private static Hold hold(String kind, String until) {
        return new Hold(1L, kind, "", "anna", null, until == null ? null : LocalDate.parse(until));
    }

    private static List<String> listed(PlanningCase debtor) {
        return lines(debtor.invoice("I2", "2026-03-01", "50.00")
                .on("2026-03-04")
                .reminders()
                .get(0));
    }

    private static PlanningCase held(Hold... holds) {
        return new PlanningCase().invoice("I1", "2026-03-01", "100.00").held(holds);
    }

    @Test
    void what_the_debtor_knows_of_is_listed() {
        assertThat(listed(held(DISPUTE))).containsExactly("I2 overdue first 50.00", "I1 held 100.00");
    }

    @Test
    void what_is_not_for_his_eyes_is_not() {
        assertThat(listed(held(DISPUTE, hold("insolvency", null)))).containsExactly("I2 overdue first 50.00");
    }

    @Test
    void a_hold_that_has_ended_does_not_hide_it() {
        assertThat(listed(held(DISPUTE, INSOLVENCY_OF_LAST_MONTH)))
                .containsExactly("I2 overdue first 50.00", "I1 held 100.00");
    }

    @Test
    void what_is_held_for_another_reason_is_not_shown_for_a_dispute_that_has_ended() {
        assertThat(listed(held(DISPUTE_OF_LAST_MONTH).frozen())).containsExactly("I2 overdue first 50.00");
    }
}
