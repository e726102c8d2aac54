package io.sollecito.reconciliation;

import static io.sollecito.reconciliation.MatchFixture.BIANCHI_IBAN;
import static io.sollecito.reconciliation.MatchFixture.ROSSI_IBAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.MatchingRules;
import io.sollecito.model.MatchingRules.SameAmount;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Document numbers as people write them, and what only looks like one. */
class WrittenNumbersTest {

    private final MatchFixture world = new MatchFixture();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026/1042 | ns. fattura 1042 del 15/01/2026",
                "2026/1042 | ft 1042/26",
                "2026/1042 | facture n° 1042 du 15.01.2026",
                "RE-2026-00042 | Rechnung RE 2026 42",
                "RE-2026-00042 | re-2026-42 vielen Dank",
                "FT2026/1042 | FT. 2026/1042",
                "F239765 | facture 239765",
                "INV0005278 | invoice no. 5278",
                "1800000123 | Beleg 1800 000 123",
                "INV0002268 | FATTURA NUMERO INV0002 268",
                "2026/1042 | Rechnung 2026/1042vom 15.01."
            })
    void a_number_and_its_amount_are_enough(String number, String text) {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", number, "1190.37")
                .item("R", "2025/77", "88.00")
                .pay("1190.37", text, "Rossi Srl", ROSSI_IBAN);

        assertThat(world.outcome()).isEqualTo("allocated " + number + ":1190.37");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fatture 1042, 1043 e 1044",
                "ft 1042/43/44",
                "Rechnungen 1042-44",
                "factures 1042 à 1044",
                "invoices 1042 + 1043 + 1044",
                "RE 2026/1042, 1043 und 1044",
                "2026/1042-1044",
                "FT 1042 +2"
            })
    void lists_and_ranges_name_every_document(String text) {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "2026/1042", "100.11")
                .item("R", "2026/1043", "50.22")
                .item("R", "2026/1044", "30.33")
                .item("R", "2026/1099", "77.77")
                .pay("180.66", text, "Rossi Srl", ROSSI_IBAN);

        assertThat(world.outcome().split(" "))
                .containsExactlyInAnyOrder("allocated", "2026/1042:100.11", "2026/1043:50.22", "2026/1044:30.33");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tel. 02 1042 5531",
                "P.IVA 01042345678",
                "del 10/04/2026",
                "EUR 1.042,00",
                "ordine 1042",
                "CAP 10422 Torino",
                "contratto n. 1042"
            })
    void what_only_looks_like_a_number_names_nothing(String text) {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "2026/1042", "500.00")
                .item("R", "2026/1077", "300.00")
                .pay("123.45", text, "Rossi Srl", ROSSI_IBAN);

        assertThat(world.outcome()).doesNotStartWith("allocated");
    }

    @Test
    void a_short_number_of_two_years_means_the_one_whose_amount_it_is() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "2025/1042", "500.00")
                .item("R", "2026/1042", "321.09")
                .pay("321.09", "fattura 1042", "Rossi Srl", ROSSI_IBAN);

        assertThat(world.outcome()).isEqualTo("allocated 2026/1042:321.09");
    }

    @Test
    void the_year_that_stands_beside_a_short_number_must_be_the_documents() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "2026/1042", "500.00")
                .pay("200.00", "fattura 1042/2025", "Rossi Srl", ROSSI_IBAN);

        assertThat(world.outcome()).doesNotStartWith("allocated");
    }

    @Test
    void one_invoice_less_a_credit_that_nobody_named_uses_the_credit_up() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "2026/1042", "500.00")
                .item("R", "2026/1050", "-80.25")
                .pay("419.75", "fattura 2026/1042", "Rossi Srl", ROSSI_IBAN);

        assertThat(world.outcome()).isEqualTo("allocated 2026/1042:500.00 2026/1050:-80.25");
    }

    @Test
    void the_month_tells_recurring_amounts_apart() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN);
        for (int month = 1; month <= 3; month++) {
            world.dueItem("R", "2026/" + month + "00", "800.00", LocalDate.of(2026, month, 10));
        }

        assertThat(world.pay("800.00", "canone febbraio 2026", "Rossi Srl", ROSSI_IBAN)
                        .outcome())
                .isEqualTo("allocated 2026/200:800.00");
        assertThat(world.pay("800.00", "canone", "Rossi Srl", ROSSI_IBAN).outcome())
                .startsWith("candidates");
    }

    @Test
    void a_name_that_the_bank_cut_off_still_agrees_with_its_debtor() {
        world.debtor("R", "Elettronica Ferozzi Torino di Mario Ferozzi & C. S.n.c.")
                .debtor("B", "Elettronica Bianchi", BIANCHI_IBAN)
                .item("R", "2026/1042", "500.00")
                .pay("200.00", "fattura 2026/1042", "ELETTRONICA FEROZZI TORINO DI MARI", null);

        assertThat(world.outcome()).isEqualTo("allocated 2026/1042:200.00");
    }

    @Test
    void the_oldest_of_equal_amounts_is_paid_where_the_creditor_says_so() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "2026/1042", "800.00")
                .item("R", "2026/1043", "800.00")
                .pay("800.00", "thanks", "Rossi Srl", ROSSI_IBAN);
        assertThat(world.outcome()).startsWith("candidates");

        MatchingRules usual = MatchingRules.DEFAULT;
        world.rules(new MatchingRules(
                usual.allocateFrom(),
                usual.proposeFrom(),
                usual.lead(),
                usual.feeTolerance(),
                usual.reportedFees(),
                usual.discountGraceDays(),
                SameAmount.OLDEST));
        assertThat(world.outcome()).isEqualTo("allocated 2026/1042:800.00");
    }

    @ParameterizedTest
    @CsvSource({"FI, 1232, true", "FI, 1233, false", "NO, 2345676, true", "NO, 2345671, false", "SE, 1234566, true"})
    void references_of_the_north_hold_by_their_check_digits(String country, String reference, boolean holds) {
        assertThat(NationalReferences.hold(reference, country + "00")).isEqualTo(holds);
        assertThat(NationalReferences.hold(reference, "DE00")).isTrue();
    }
}
