package io.sollecito.intake;

import static io.sollecito.PayeesForTests.FACTOR;
import static io.sollecito.PayeesForTests.OTHER_FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.PayeesForTests;
import io.sollecito.mapping.Outcome;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Payee;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ledger keeps of an item beside its columns is what the source said. */
class ItemDetailsIntakeTest {

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void whom_an_item_is_paid_to_is_kept_and_a_change_of_it_is_one_of_the_item(Desk desk) {
        desk.snapshot(5, assigned("A", FACTOR), Desk.invoice("B", "10"));
        assertThat(desk.find("A").item().payTo()).isEqualTo(FACTOR);
        assertThat(desk.find("A").item().holds()).containsExactly("assigned");
        assertThat(desk.find("B").item().payTo()).isNull();

        desk.snapshot(6, assigned("A", OTHER_FACTOR), Desk.invoice("B", "10"));
        assertThat(desk.find("A").item().payTo()).isEqualTo(OTHER_FACTOR);
        assertThat(desk.history("A")).containsExactly("changed");

        desk.snapshot(7, Desk.invoice("A", "10"), Desk.invoice("B", "10"));
        assertThat(desk.find("A").item().payTo()).isNull();
    }

    private static Outcome assigned(String key, Payee payTo) {
        OpenItem item = (OpenItem) ((Outcome.Mapped) Desk.invoice(key, "10")).canonical();
        return new Outcome.Mapped(PayeesForTests.assigned(item, payTo), 2, true);
    }
}
