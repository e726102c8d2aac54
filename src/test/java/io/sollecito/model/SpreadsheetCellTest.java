package io.sollecito.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "  =1", "\u2003=1"})
    void a_text_that_looks_like_a_formula_is_disarmed(String hostile) {
        assertThat(SpreadsheetCell.safe(hostile)).isEqualTo("'" + hostile);
    }

    @Test
    void other_texts_stay_as_they_are() {
        assertThat(SpreadsheetCell.safe("Rossi S.r.l.")).isEqualTo("Rossi S.r.l.");
        assertThat(SpreadsheetCell.safe("  1 = 1")).isEqualTo("  1 = 1");
        assertThat(SpreadsheetCell.safe("")).isEmpty();
        assertThat(SpreadsheetCell.safe(null)).isEmpty();
    }
}
