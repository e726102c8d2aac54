package io.sollecito.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VatNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IT00743110157",
                "FR40303265045",
                "FR 23 334 175 221",
                "FRK7399859412",
                "DE136,695976",
                "DE136695976",
                "ATU13585627",
                "BE0428759497",
                "BE 403.019.261",
                "NL004495445B01",
                "ES54362315K",
                "ESX2482300W",
                "ESB58378431",
                "ESJ99216582",
                "PL8567346215"
            })
    void numbers_with_right_check_digits_are_plausible(String number) {
        assertThat(VatNumber.isPlausible(number.replace(",", ""), null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IT00743110158",
                "IT743110157",
                "FR41303265045",
                "DE136695977",
                "ATU13585626",
                "BE0428759498",
                "NL004495446B01",
                "ES54362315Z",
                "ESX2482300A",
                "ESB58378432",
                "ESJ99216583",
                "IT",
                "PL?"
            })
    void numbers_with_wrong_digits_or_form_are_not(String number) {
        assertThat(VatNumber.isPlausible(number, null)).isFalse();
    }

    @Test
    void a_number_without_its_country_is_of_the_debtors() {
        assertThat(VatNumber.isPlausible("00743110157", "IT")).isTrue();
        assertThat(VatNumber.isPlausible("00743110158", "IT")).isFalse();
        assertThat(VatNumber.isPlausible("B58378431", "ES")).isTrue();
        assertThat(VatNumber.isPlausible("00743110158", null)).isTrue();
    }
}
