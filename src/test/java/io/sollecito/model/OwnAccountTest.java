package io.sollecito.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAccountTest {

    @ParameterizedTest
    @CsvSource({
        "DE89370400440532013000, DE89 3704 0044 0532 0130 00",
        "DE89370400440532013000, 37040044/0532013000",
        "DE89370400440532013000, 37040044/532013000",
        "DE89370400440532013000, 37040044/532013000EUR",
        "FR7630066100410002030040050, 300661004100020300400 50",
        "FR7630066100410002030040050, 30066 10041 00020300400",
        "ES9121000418450200051332, 2100 0418 0200051332",
        "ES9121000418450200051332, 21000418450200051332",
        "BE68539007547034, 539-0075470-34",
        "IT60X0542811101000000123456, 05428 11101 000000123456",
        "IT60X0542811101000000123456, X0542811101000000123456",
        "IT60X0542811101000000123456, 05428/11101/123456",
        "CH9300762011623852957, 762 011623852957",
        "AT611904300234573201, 19043/234573201",
        "GB29NWBK60161331926819, 601613 31926819",
        "NL91ABNA0417164300, ABNA0417164300",
    })
    void an_account_is_found_by_iban_and_by_the_national_number_within_it(String iban, String named) {
        assertThat(OwnAccount.iban(knowing(iban), named, "EUR")).contains(iban);
    }

    @ParameterizedTest
    @CsvSource({
        "DE89370400440532013000, 532013000",
        "DE89370400440532013000, 37040044/532013001",
        "DE89370400440532013000, 3704004",
        "BE68539007547034, 539007547035",
        "IT60X0542811101000000123456, 05428 11101 000000123457",
        "IT60X0542811101000000123456, 123456",
    })
    void a_part_of_a_number_is_no_account(String iban, String named) {
        assertThat(OwnAccount.iban(knowing(iban), named, "EUR")).isEmpty();
    }

    @Test
    void what_the_configuration_calls_an_account_is_that_account() {
        Creditor.HowToPay known = new Creditor.HowToPay(
                List.of("CH9300762011623852957", "DE89370400440532013000"),
                null,
                null,
                ReferenceKind.RF,
                Map.of("01-12345-6", "CH9300762011623852957"));

        assertThat(OwnAccount.iban(known, "01123456", "CHF")).contains("CH9300762011623852957");
        assertThat(OwnAccount.iban(known, "01123457", "CHF")).isEmpty();
        assertThat(OwnAccount.iban(known, null, null)).isEmpty();
    }

    private static Creditor.HowToPay knowing(String iban) {
        return new Creditor.HowToPay(List.of(iban), null, null, ReferenceKind.RF);
    }
}
