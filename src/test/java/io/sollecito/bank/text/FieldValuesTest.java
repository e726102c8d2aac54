package io.sollecito.bank.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.bank.StatementHead;
import io.sollecito.bank.StatementSink;
import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValuesTest {

    private final List<Problem> told = new ArrayList<>();
    private final RecordValues values = new RecordValues("file", new StatementSink() {
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
    });

    @Property(tries = 200)
    void an_amount_reads_as_any_country_writes_it(
            @ForAll @BigRange(min = "-999999999.99", max = "999999999.99") @Scale(2) BigDecimal amount) {
        for (String signs : List.of(",.", ".,", "'.", " ,")) {
            DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
            symbols.setGroupingSeparator(signs.charAt(0));
            symbols.setDecimalSeparator(signs.charAt(1));
            DecimalFormat format = new DecimalFormat("#,##0.00", symbols);

            assertThat(FreeAmount.of(format.format(amount), null)).isEqualByComparingTo(amount);
        }
        assertThat(FreeAmount.of(amount.toPlainString(), '.')).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1.234",
                "1,234",
                "1.23.4",
                "12,34,56",
                "1 23",
                "-1-",
                "1e5",
                "\u0661",
                "0x1",
                ".",
                "1.2,3.4"
            })
    void what_is_no_amount_or_could_be_two_is_none(String text) {
        assertThat(FreeAmount.of(text, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.234;,;1234",
                "1.234;.;1.234",
                "1,234.5;.;1234.5",
                "12-;;-12",
                "+7;;7",
                ".5;;0.5",
                "0.125;;0.125",
                "5.;;5"
            })
    void the_decimal_sign_decides_where_somebody_knows_it(String text, Character decimal, BigDecimal expected) {
        assertThat(FreeAmount.of(text, decimal)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1.234,5;,", "1,5;,", "1.234.567;,", "1.234;", "12;", "x;"})
    void an_amount_proves_its_decimal_sign_or_none(String text, Character decimal) {
        assertThat(FreeAmount.decimalOf(text)).isEqualTo(decimal);
    }

    @Test
    void control_characters_and_runs_of_blanks_are_one_blank() {
        assertThat(PlainText.of(" a\u0000\u0007b \u00a0 c\r\n")).isEqualTo("a b c");
        assertThat(PlainText.of("\u0000 \t")).isNull();
        assertThat(PlainText.of(null)).isNull();
        assertThat(PlainText.joined(null, "a ", null, " b")).isEqualTo("a b");
    }

    @Test
    void fields_beyond_the_end_of_a_line_are_blank() {
        FixedRecord record = new FixedRecord("0042 x", 3);

        assertThat(record.number(1, 4)).isEqualTo("42");
        assertThat(record.text(5, 80)).isEqualTo("x");
        assertThat(record.text(40, 80)).isNull();
        assertThat(record.raw(40, 80)).isEmpty();
        assertThat(new FixedRecord("0000", 1).number(1, 4)).isNull();
    }

    @Test
    void amounts_are_in_the_smallest_unit_of_their_currency() {
        FixedRecord record = new FixedRecord("000012345", 1);

        assertThat(values.minorUnits(record, 1, 9, "SEK")).isEqualTo(new BigDecimal("123.45"));
        assertThat(values.minorUnits(record, 1, 9, "JPY")).isEqualTo(new BigDecimal("12345"));
        assertThat(values.minorUnits(new FixedRecord("12-5", 1), 1, 4, "SEK")).isNull();
        assertThat(told).extracting(Problem::message).containsExactly("'12-5' is no number of digits");
    }

    @Test
    void days_read_in_every_form_and_zeros_are_none() {
        assertThat(values.day(new FixedRecord("20260218", 1), 1, RecordValues.Day.YYYYMMDD))
                .isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(values.day(new FixedRecord("180226", 1), 1, RecordValues.Day.DDMMYY))
                .isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(values.day(new FixedRecord("990218", 1), 1, RecordValues.Day.YYMMDD))
                .isEqualTo(LocalDate.of(1999, 2, 18));
        assertThat(values.day(new FixedRecord("000000", 1), 1, RecordValues.Day.YYMMDD))
                .isNull();
        assertThat(told).isEmpty();
        assertThat(values.day(new FixedRecord("300226", 1), 1, RecordValues.Day.DDMMYY))
                .isNull();
        assertThat(values.day(new FixedRecord("1802", 1), 1, RecordValues.Day.DDMMYY))
                .isNull();
        assertThat(told).extracting(Problem::message).containsExactly("'300226' is no day", "'1802' is no day");
    }
}
