package io.sollecito.bank.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValuesTest {

    @ParameterizedTest
    @CsvSource({"000000001190000, 3, 1190.000", "5, 2, 0.05", "500, 0, 500"})
    void decimals_are_implied(String digits, int decimals, String amount) {
        assertThat(ImpliedDecimals.amount(digits, decimals)).isEqualTo(new BigDecimal(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 5", "-5", "5.0", "١", "0000000000000000000000000000001"})
    void what_is_not_all_digits_is_no_amount(String text) {
        assertThat(ImpliedDecimals.amount(text, 2)).isNull();
        assertThat(ImpliedDecimals.overpunched(text, 2)).isNull();
    }

    @Property
    void every_overpunched_amount_reads_back(
            @ForAll @LongRange(min = -99_999_999_999L, max = 99_999_999_999L) long amount,
            @ForAll @IntRange(max = 3) int decimals) {
        String digits = String.format("%014d", Math.abs(amount));
        char last = (amount < 0 ? "}JKLMNOPQR" : "{ABCDEFGHI").charAt(digits.charAt(13) - '0');

        assertThat(ImpliedDecimals.overpunched(digits.substring(0, 13) + last, decimals))
                .isEqualTo(BigDecimal.valueOf(amount, decimals));
    }

    @Test
    void a_last_digit_without_sign_is_positive() {
        assertThat(ImpliedDecimals.overpunched("0125", 2)).isEqualTo(new BigDecimal("1.25"));
    }

    @Test
    void dates_of_six_digits_read_in_either_order() {
        assertThat(ShortDate.dayFirst("290224")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(ShortDate.yearFirst("240229")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(ShortDate.dayFirst("311299")).isEqualTo(LocalDate.of(1999, 12, 31));
        assertThat(ShortDate.dayFirst("300226")).isNull();
        assertThat(ShortDate.yearFirst("261301")).isNull();
        assertThat(ShortDate.dayFirst("000000")).isNull();
        assertThat(ShortDate.dayFirst("1 0226")).isNull();
    }

    @Test
    void wrapped_fields_are_put_together_as_they_are() {
        WrappedText text = new WrappedText();
        assertThat(text.value()).isNull();
        text.field("INVOICE 10");
        text.field("42 OF     ");
        text.field("JANUARY   ");
        text.words("MORE");
        text.words(null);

        assertThat(text.value()).isEqualTo("INVOICE 1042 OF JANUARY MORE");
        assertThat(text.cut()).isFalse();
    }

    @Test
    void a_text_without_end_is_cut_and_says_so() {
        WrappedText text = new WrappedText();
        for (int i = 0; i < 1_000; i++) {
            text.field("0123456789".repeat(10));
        }

        assertThat(text.value().length()).isLessThanOrEqualTo(WrappedText.MOST);
        assertThat(text.cut()).isTrue();
    }

    @Test
    void national_account_numbers_make_ibans() {
        assertThat(NationalIban.belgian("539007547034")).isEqualTo("BE68539007547034");
        assertThat(NationalIban.belgian("539007547035")).isNull();
        assertThat(NationalIban.belgian("000000009797")).isEqualTo("BE54000000009797");
        assertThat(NationalIban.french("20041", "01005", "0500013M026")).isEqualTo("FR1420041010050500013M02606");
        assertThat(NationalIban.french("2004 ", "01005", "0500013M026")).isNull();
        assertThat(NationalIban.spanish("2100", "0418", "0200051332")).isEqualTo("ES9121000418450200051332");
        assertThat(NationalIban.spanish("2100", "0418", "020005133X")).isNull();
        assertThat(NationalIban.italian("X0542811101000000123456")).isEqualTo("IT60X0542811101000000123456");
    }
}
