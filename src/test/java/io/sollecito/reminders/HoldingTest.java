package io.sollecito.reminders;

import static io.sollecito.reminders.PlanningCase.lines;
import static io.sollecito.reminders.PlanningCase.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.CasePlan;
import io.sollecito.model.Hold;
import io.sollecito.model.Withheld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps an item, or a part of it, from being demanded. */
class HoldingTest {

    private static PlanningCase late() {
        return new PlanningCase().invoice("I1", "2026-03-01", "100.00");
    }

    private static Withheld withheld(String amount, String until) {
        return new Withheld("retention", new BigDecimal(amount), until == null ? null : LocalDate.parse(until));
    }

    private static Hold disputedPart(String amount, String until) {
        return new Hold(
                1L,
                "dispute",
                "wrong price",
                "anna",
                null,
                until == null ? null : LocalDate.parse(until),
                Hold.Terms.disputed(null, new BigDecimal(amount)));
    }

    private static void isHeld(PlanningCase debtor, String reason) {
        CasePlan plan = debtor.on("2026-03-04");
        assertThat(outcomes(plan)).containsExactly("held first");
        assertThat(plan.decisions().get(0).reason()).isEqualTo(reason);
    }

    private static void demands(PlanningCase debtor, String amount) {
        assertThat(lines(debtor.on("2026-03-04").reminders().get(0))).containsExactly("I1 overdue first " + amount);
    }

    @Test
    void the_source_may_say_that_an_item_is_not_reminded() {
        isHeld(
                late().withheld(List.of(), "blocked for dunning", "in court"),
                "blocked for dunning, in court, says sap");
    }

    @Test
    void an_item_whose_newest_record_is_in_quarantine_waits() {
        isHeld(late().frozen(), "its newest record is in quarantine");
    }

    @Test
    void what_is_withheld_is_not_demanded_until_its_release() {
        demands(late().withheld(List.of(withheld("11.00", null), withheld("5.00", "2026-03-05"))), "84.00");
        demands(late().withheld(List.of(withheld("5.00", "2026-03-04"))), "100.00");
    }

    @Test
    void an_item_of_which_all_is_withheld_is_held() {
        isHeld(late().withheld(List.of(withheld("100.00", null))), "all that is open is withheld or disputed");
    }

    @Test
    void a_disputed_part_is_not_demanded_while_the_dispute_lasts() {
        demands(late().held(disputedPart("30.00", null)), "70.00");
        demands(late().held(disputedPart("30.00", "2026-03-03")), "100.00");
    }
}
