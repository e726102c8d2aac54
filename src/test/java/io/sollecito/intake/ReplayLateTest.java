package io.sollecito.intake;

import static io.sollecito.intake.Desk.broken;
import static io.sollecito.intake.Desk.invoice;
import static io.sollecito.intake.Desk.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.model.DocumentType;
import io.sollecito.model.Refused;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 3: an earlier as-of is not applied over a later one, by whoever. */
class ReplayLateTest {

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_corrected_record_of_an_older_delta_does_not_reopen_what_a_newer_one_settled(Desk desk) {
        desk.delta(4, invoice("A", "1000"));
        desk.delta(5, broken(null));
        desk.delta(6, item("A", "D1", DocumentType.INVOICE, "1000", "0", null));
        assertThat(desk.effective("A")).isEqualTo("0");
        long waiting = desk.waiting().get(0).id();

        assertThatThrownBy(() -> correctedTo900(desk, waiting))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a later export, as of 2026-01-06");

        assertThat(desk.effective("A")).isEqualTo("0");
        assertThat(desk.waiting()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_corrected_record_of_a_snapshot_without_a_key_does_not_undo_a_newer_delta(Desk desk) {
        desk.snapshot(4, invoice("A", "1000"), invoice("B", "10"));
        desk.snapshot(5, invoice("B", "10"), broken(null));
        desk.delta(6, item("A", "D1", DocumentType.INVOICE, "1000", "0", null));
        long waiting = desk.waiting().get(0).id();

        assertThatThrownBy(() -> correctedTo900(desk, waiting))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a later export, as of 2026-01-06");

        assertThat(desk.effective("A")).isEqualTo("0");
        assertThat(desk.waiting()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void a_corrected_record_of_an_older_delta_does_not_undo_a_newer_one_that_found_its_item_as_it_was(Desk desk) {
        desk.delta(4, invoice("A", "1000"));
        desk.delta(5, broken(null));
        desk.delta(6, invoice("A", "1000"), invoice("B", "10"));
        long waiting = desk.waiting().get(0).id();

        assertThatThrownBy(() -> correctedTo900(desk, waiting)).isInstanceOf(Refused.class);

        assertThat(desk.effective("A")).isEqualTo("1000");
    }

    private static void correctedTo900(Desk desk, long waiting) {
        desk.intake.replay(
                waiting,
                "A;900",
                "anna",
                "corrected",
                text -> List.of(item("A", "D1", DocumentType.INVOICE, "1000", "900", null)));
    }
}
