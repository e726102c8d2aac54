package io.sollecito.intake;

import static io.sollecito.intake.Desk.invoice;
import static org.assertj.core.api.Assertions.assertThat;

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
        desk.snapshot(
                6,
                Desk.item("A", "D1", io.sollecito.model.DocumentType.INVOICE, "1000", "400", null),
                invoice("B", "10"));
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
    void an_export_of_which_every_record_is_quarantined_refreshes_nothing(Desk desk) {
        desk.delta(5, invoice("A", "1000"));
        var before = desk.connections.health().get(0).factsAsOf();
        desk.delta(9, Desk.broken(null), Desk.broken(null));

        assertThat(desk.connections.health().get(0).factsAsOf()).isEqualTo(before);
    }
}
