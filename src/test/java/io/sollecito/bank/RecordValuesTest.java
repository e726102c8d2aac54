package io.sollecito.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.text.FixedRecord;
import io.sollecito.bank.text.PlainText;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordValuesTest {

    private final List<Problem> told = new ArrayList<>();
    private final RecordValues values = new RecordValues(new RecordProblems("file", new StatementSink() {
        @Override
        public void entry(Statement.Entry entry) {}

        @Override
        public void statement(StatementHead head) {}

        @Override
        public void problem(Problem problem) {
            told.add(problem);
        }

        @Override
        public void unreadable(Problem problem) {}
    }));

    @Test
    void control_characters_and_runs_of_blanks_are_one_blank() {
        assertThat(PlainText.of(" a\u0000\u0007b \u00a0 c\r\n")).isEqualTo("a b c");
        assertThat(PlainText.of("\u0000 \t")).isNull();
        assertThat(PlainText.of(null)).isNull();
        assertThat(PlainText.joined(null, "a ", null, " b")).isEqualTo("a b");
    }

    @Test
    void fields_beyond_the_end_of_a_line_are_blank() {
        FixedRecord record = new FixedRecord("0042 x", 3, 0);

        assertThat(RecordValues.number(record, 1, 4)).isEqualTo("42");
        assertThat(RecordValues.text(record, 5, 80)).isEqualTo("x");
        assertThat(RecordValues.text(record, 40, 80)).isNull();
        assertThat(RecordValues.number(new FixedRecord("0000", 1, 0), 1, 4)).isNull();
    }

    @Test
    void amounts_are_in_the_smallest_unit_of_their_currency() {
        FixedRecord record = new FixedRecord("000012345", 1, 0);

        assertThat(values.minorUnits(record, 1, 9, "SEK")).isEqualTo(new BigDecimal("123.45"));
        assertThat(values.minorUnits(record, 1, 9, "JPY")).isEqualTo(new BigDecimal("12345"));
        assertThat(values.minorUnits(new FixedRecord("12-5", 1, 0), 1, 4, "SEK"))
                .isNull();
        assertThat(told).extracting(Problem::message).containsExactly("'12-5' is no amount of digits alone");
    }

    @Test
    void days_read_in_every_form_and_zeros_are_none() {
        assertThat(values.day(new FixedRecord("20260218", 1, 0), 1, RecordValues.Day.YYYYMMDD))
                .isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(values.day(new FixedRecord("180226", 1, 0), 1, RecordValues.Day.DDMMYY))
                .isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(values.day(new FixedRecord("990218", 1, 0), 1, RecordValues.Day.YYMMDD))
                .isEqualTo(LocalDate.of(1999, 2, 18));
        assertThat(values.day(new FixedRecord("000000", 1, 0), 1, RecordValues.Day.YYMMDD))
                .isNull();
        assertThat(told).isEmpty();
        assertThat(values.day(new FixedRecord("300226", 1, 0), 1, RecordValues.Day.DDMMYY))
                .isNull();
        assertThat(values.day(new FixedRecord("1802", 1, 0), 1, RecordValues.Day.DDMMYY))
                .isNull();
        assertThat(told)
                .extracting(Problem::message)
                .containsExactly("'300226' is no date of the form DDMMYY", "'1802' is no date of the form DDMMYY");
    }
}
