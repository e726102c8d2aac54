package io.sollecito.intake;

import static io.sollecito.intake.Desk.invoice;
import static io.sollecito.intake.Desk.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.DocumentType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decrease that the ERP took back waits for no payment any more (law 10). */
class ReopenedTest {

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_reopened_item_offers_no_unexplained_decrease(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "10"));
        desk.snapshot(6, invoice("B", "10"));
        desk.snapshot(7, invoice("A", "1000"), invoice("B", "10"));

        assertThat(desk.effective("A")).isEqualTo("1000");
        assertThat(desk.items.unexplainedDecreases(Desk.ACME, Desk.day(1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void an_item_that_was_lowered_and_raised_again_offers_no_unexplained_decrease(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "10"));
        desk.snapshot(6, item("A", "D1", DocumentType.INVOICE, "1000", "400", null), invoice("B", "10"));
        desk.snapshot(7, invoice("A", "1000"), invoice("B", "10"));

        assertThat(desk.items.unexplainedDecreases(Desk.ACME, Desk.day(1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_payment_that_a_short_snapshot_confirmed_still_counts_when_the_item_is_back(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "10"));
        desk.allocate(5, "A", "1000");
        desk.snapshot(6, invoice("B", "10"));
        desk.snapshot(7, invoice("A", "1000"), invoice("B", "10"));

        assertThat(desk.effective("A")).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_payment_that_is_pending_again_is_confirmed_when_the_erp_closes_the_item_for_good(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "10"));
        long allocation = desk.allocate(5, "A", "1000");
        desk.snapshot(6, invoice("B", "10"));
        assertThat(desk.state(allocation)).isEqualTo("confirmed");
        desk.snapshot(7, invoice("A", "1000"), invoice("B", "10"));
        assertThat(desk.state(allocation)).isEqualTo("pending");

        desk.snapshot(8, invoice("B", "10"));

        assertThat(desk.state(allocation)).isEqualTo("confirmed");
        assertThat(desk.effective("A")).isEqualTo("0");
        assertThat(desk.items.unexplainedDecreases(Desk.ACME, Desk.day(1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void only_the_decrease_that_was_taken_back_waits_for_no_payment(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "10"));
        desk.snapshot(6, item("A", "D1", DocumentType.INVOICE, "1000", "400", null), invoice("B", "10"));
        desk.snapshot(7, invoice("B", "10"));
        desk.snapshot(8, item("A", "D1", DocumentType.INVOICE, "1000", "400", null), invoice("B", "10"));

        assertThat(desk.items.unexplainedDecreases(Desk.ACME, Desk.day(1)))
                .singleElement()
                .satisfies(decrease -> assertThat(decrease.unexplained()).isEqualByComparingTo("600"));
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void an_item_that_the_bank_gave_back_stays_reopened(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "10"));
        long returned = desk.allocate(5, "A", "400");
        long kept = desk.allocate(5, "A", "600");
        desk.snapshot(6, invoice("B", "10"));
        desk.giveBack(6, returned);

        desk.snapshot(7, item("A", "D1", DocumentType.INVOICE, "1000", "400", null), invoice("B", "10"));

        assertThat(desk.state(returned)).isEqualTo("reversal-confirmed");
        assertThat(desk.state(kept)).isEqualTo("confirmed");
        assertThat(desk.effective("A")).isEqualTo("400");
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_part_that_the_erp_opens_again_leaves_the_payment_confirmed(Desk desk) {
        desk.snapshot(5, invoice("A", "1000"), invoice("B", "10"));
        long allocation = desk.allocate(5, "A", "1000");
        desk.snapshot(6, invoice("B", "10"));

        desk.snapshot(7, item("A", "D1", DocumentType.INVOICE, "1000", "50", null), invoice("B", "10"));

        assertThat(desk.state(allocation)).isEqualTo("confirmed");
        assertThat(desk.effective("A")).isEqualTo("50");
    }
}
