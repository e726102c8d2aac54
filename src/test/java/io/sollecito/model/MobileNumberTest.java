package io.sollecito.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planning promises a text message, and delivery sends it, to the same numbers. */
class MobileNumberTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "333 123 4567, IT, +393331234567",
                "+39 333 1234567, -, +393331234567",
                "02 12345678, IT, -",
                "06 12 34 56 78, FR, +33612345678",
                "01 23 45 67 89, FR, -",
                "0171 1234567, DE, +491711234567",
                "nonsense, IT, -",
                "12, IT, -",
                "+39 333 12, IT, -",
                "-, IT, -"
            })
    void only_mobile_numbers_are_taken(String phone, String country, String e164) {
        assertThat(MobileNumber.e164(phone, country)).isEqualTo(Optional.ofNullable(e164));
        assertThat(Recipients.of(debtor(phone, country), "sms")).isEqualTo(Optional.ofNullable(e164));
    }

    private static Debtor debtor(String phone, String country) {
        return new Debtor(
                "ACME-IT",
                "sap",
                "D1",
                "Rossi S.r.l.",
                "business",
                null,
                "it",
                country,
                null,
                List.of(),
                null,
                List.of(),
                List.of(new Contact("accounts-payable", null, null, phone)));
    }
}
