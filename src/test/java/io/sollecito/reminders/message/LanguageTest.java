package io.sollecito.reminders.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "IT; 1190.00; EUR; 1.190,00_€",
                "IT; 0.5; EUR; 0,50_€",
                "IT; 1234567.89; CHF; 1.234.567,89_CHF",
                "IT; -999.99; EUR; −999,99_€",
                "FR; 1190.00; EUR; 1_190,00_€",
                "FR; 1234567.89; EUR; 1_234_567,89_€",
                "DE; 1190.00; EUR; 1.190,00_€",
                "DE; 100000; JPY; 100.000_JPY",
                "EN; 1190.00; EUR; €1,190.00",
                "EN; -1190.00; GBP; −£1,190.00",
                "EN; 1190.00; USD; USD_1,190.00",
                "EN; 1.005; EUR; €1.005",
                "EN; 999.00; EUR; €999.00",
            })
    void amounts_are_grouped_and_marked_as_the_language_does(
            Language language, String amount, String currency, String written) {
        assertThat(language.amount(new BigDecimal(amount), currency)).isEqualTo(written.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "IT; 2026-02-01; 01/02/2026; 1°_febbraio 2026",
                "IT; 2026-02-11; 11/02/2026; 11_febbraio 2026",
                "FR; 2026-02-01; 01/02/2026; 1er_février 2026",
                "FR; 2026-08-21; 21/08/2026; 21_août 2026",
                "DE; 2026-03-01; 01.03.2026; 1._März 2026",
                "EN; 2026-02-01; 1 Feb 2026; 1_February 2026",
                "EN; 2026-12-31; 31 Dec 2026; 31_December 2026",
            })
    void dates_have_a_short_and_a_long_form(Language language, LocalDate date, String inTables, String inSentences) {
        assertThat(language.date(date)).isEqualTo(inTables);
        assertThat(language.longDate(date)).isEqualTo(inSentences.replace('_', '\u00a0'));
    }

    @Test
    void a_regional_code_is_read_as_its_language_and_other_codes_are_unknown() {
        assertThat(Language.of("de-CH")).contains(Language.DE);
        assertThat(Language.of("IT")).contains(Language.IT);
        assertThat(Language.of("ita")).isEmpty();
        assertThat(Language.of("es")).isEmpty();
        assertThat(Language.of(null)).isEmpty();
    }
}
