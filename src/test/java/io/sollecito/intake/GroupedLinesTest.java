package io.sollecito.intake;

import static io.sollecito.intake.Desk.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.exports.Taken;
import io.sollecito.mapping.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines that are one document count as the lines that they are. */
class GroupedLinesTest {

    @ParameterizedTest
    @MethodSource("io.sollecito.intake.Ledgers#desks")
    void every_line_of_a_document_counts_once(Desk desk) {
        Taken taken =
                desk.delta(5, invoice("A", "100"), new Outcome.Merged(3), new Outcome.Merged(4), invoice("B", "50"));

        assertThat(taken.counts().read()).isEqualTo(4);
        assertThat(taken.counts().applied() + taken.counts().unchanged()).isEqualTo(4);
        assertThat(desk.effective("A")).isEqualTo("100");
    }
}
