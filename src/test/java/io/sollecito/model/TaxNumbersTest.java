package io.sollecito.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxNumbersTest {

    @Test
    void french_numbers_are_told_by_their_check_digit() {
        assertThat(TaxNumbers.isSiren("732 829 320")).isTrue();
        assertThat(TaxNumbers.isSiren("732829321")).isFalse();
        assertThat(TaxNumbers.isSiret("732 829 320 00074")).isTrue();
        assertThat(TaxNumbers.isSiret("73282932000075")).isFalse();
        assertThat(TaxNumbers.isSiren("73282932")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"09876543217,true", "RSSMRA85T10A562S,true", "0987654321,false", "RSSMRA85T10A562,false"})
    void an_italian_fiscal_code_is_a_companys_or_a_persons(String code, boolean valid) {
        assertThat(TaxNumbers.isFiscalCode(code)).isEqualTo(valid);
    }

    @Test
    void a_french_vat_number_ends_in_the_siren() {
        assertThat(TaxNumbers.sirenOfVatId("FR44 732829320")).isEqualTo("732 829 320");
        assertThat(TaxNumbers.sirenOfVatId("FR44732829321")).isNull();
        assertThat(TaxNumbers.sirenOfVatId("IT01234567890")).isNull();
        assertThat(TaxNumbers.sirenOfVatId(null)).isNull();
    }

    @Test
    void numbers_are_printed_in_groups() {
        assertThat(TaxNumbers.inThrees("73282932000074")).isEqualTo("732 829 320 00074");
        assertThat(TaxNumbers.inThrees(null)).isNull();
    }
}
