package io.sollecito.bank.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeAmountTest {

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
}
