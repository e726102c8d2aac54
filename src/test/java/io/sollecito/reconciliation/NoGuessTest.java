package io.sollecito.reconciliation;

import static io.sollecito.reconciliation.MatchFixture.BIANCHI_IBAN;
import static io.sollecito.reconciliation.MatchFixture.DAY;
import static io.sollecito.reconciliation.MatchFixture.ROSSI_IBAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Law 9: what does not single out one assignment is for a person. */
class NoGuessTest {

    private static final String STRANGER = "FR7630006000011234567890189";

    private final MatchFixture world = new MatchFixture();

    @Test
    void a_second_payment_of_a_paid_invoice_is_not_given_to_the_next_number() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "2026/1042", "500.00")
                .item("R", "2026/1043", "500.00")
                .pay("500.00", "Fattura 2026/1042", "Rossi Srl", ROSSI_IBAN);
        assertThat(world.outcome()).isEqualTo("allocated 2026/1042:500.00");
        assertThat(world.pay("500.00", "Fattura 2026/1042", "Rossi Srl", ROSSI_IBAN)
                        .outcome())
                .doesNotStartWith("allocated");
    }

    @Test
    void a_payment_of_an_invoice_that_is_not_open_any_more_is_not_given_to_the_next_number() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "2026/1043", "500.00")
                .pay("500.00", "Fattura 2026/1042", "Rossi Srl", ROSSI_IBAN);
        assertThat(world.outcome()).doesNotStartWith("allocated");
    }

    @Test
    void a_number_that_exists_is_no_slip_even_when_two_digits_are_transposed() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "2026/1024", "500.00")
                .settled("R", "2026/1042")
                .pay("500.00", "Fattura 2026/1042", "Rossi Srl", ROSSI_IBAN);
        assertThat(world.outcome()).isEqualTo("candidates [2026/1024:500.00]");
    }

    @Test
    void a_payer_known_by_name_alone_and_a_neighbouring_number_single_out_nothing() {
        world.debtor("R", "Rossi Srl")
                .item("R", "2026/1043", "500.00")
                .pay("500.00", "Fattura 2026/1042", "Rossi SpA", "FR7630006000011234567890189");
        assertThat(world.outcome()).doesNotStartWith("allocated");
    }

    @Test
    void a_part_of_anothers_invoice_is_not_paid_because_its_number_stands_in_the_text() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .debtor("B", "Bianchi Srl")
                .item("R", "10042", "1190.00")
                .item("B", "20077", "300.00")
                .pay("250.00", "Vs. ordine 10042 acconto", "Bianchi Srl", "FR7630006000011234567890189");
        assertThat(world.outcome()).doesNotStartWith("allocated");
    }

    @Test
    void an_overpayment_by_another_does_not_clear_an_invoice_whose_number_stands_in_the_text() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .debtor("B", "Bianchi Srl")
                .item("R", "10042", "1190.00")
                .item("B", "20077", "5000.00")
                .pay("5000.00", "Bianchi, via Roma 3, 10042 Nichelino", "Bianchi Srl", null);
        assertThat(world.outcome()).doesNotStartWith("allocated 10042");
    }

    @Test
    void an_amount_that_is_the_whole_balance_leaves_nothing_open_when_one_number_is_named() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "2026/1042", "500.00")
                .item("R", "2026/1077", "300.00")
                .pay("800.00", "Fattura 2026/1042 e altre", "Rossi Srl", ROSSI_IBAN);
        assertThat(world.outcome()).isEqualTo("allocated 2026/1042:500.00 2026/1077:300.00");
    }

    @Test
    void a_return_that_names_another_end_to_end_id_gives_back_no_payment_of_the_same_amount() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "2026/1042", "500.00")
                .pay("500.00", "Fattura 2026/1042", "Rossi Srl", ROSSI_IBAN, DAY, "RCUR-2026-02", null)
                .pay("-500.00", null, "Rossi Srl", ROSSI_IBAN, DAY, "RCUR-2025-12", "AC04");
        Decision.Returned returned = (Decision.Returned) world.only();
        assertThat(returned.original()).isNull();
    }

    @Test
    void a_part_from_anothers_account_is_for_a_person() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .debtor("B", "Bianchi Srl", BIANCHI_IBAN)
                .item("R", "10042", "1190.00")
                .pay("100.00", "ordine 10042", "Bianchi Srl", BIANCHI_IBAN);
        assertThat(world.outcome()).startsWith("candidates");
    }

    @Test
    void an_offers_an_orders_or_a_claims_number_names_no_invoice_to_pay_in_part() {
        for (String text : List.of(
                "P.O. 100421",
                "OdA 100421",
                "order confirmation 100421",
                "Bestellnummer 100421",
                "Anzahlung Angebot Nr. 100421",
                "acompte devis 100421",
                "preventivo n. 100421",
                "Schadennummer 100421")) {
            MatchFixture some = new MatchFixture()
                    .debtor("R", "Rossi Srl", ROSSI_IBAN)
                    .item("R", "100421", "900.00")
                    .pay("500.00", text, "Rossi Srl", ROSSI_IBAN);
            assertThat(some.outcome()).as(text).doesNotStartWith("allocated");
        }
    }

    @Test
    void an_amount_in_words_of_the_text_is_no_document_number() {
        world.debtor("R", "Rossi Srl")
                .item("R", "12345", "12345.00")
                .pay("12345.00", "importo 12345", "Verdi", STRANGER);
        assertThat(world.outcome()).doesNotStartWith("allocated");
    }

    @Test
    void an_order_number_as_end_to_end_id_names_no_invoice() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "100421", "900.00")
                .pay("500.00", null, "Rossi Srl", ROSSI_IBAN, DAY, "ORD-100421", null);
        assertThat(world.outcome()).doesNotStartWith("allocated");
    }

    @Test
    void a_document_that_the_text_leaves_out_is_not_paid() {
        for (String text : List.of(
                "saldo fatture tranne la 100421",
                "alle Rechnungen ausser RE 100421",
                "toutes factures sauf 100421",
                "all invoices except no. 100421")) {
            MatchFixture some = new MatchFixture()
                    .debtor("R", "Rossi Srl", ROSSI_IBAN)
                    .item("R", "100421", "900.00")
                    .item("R", "100422", "300.10")
                    .item("R", "100423", "200.00")
                    .pay("500.10", text, "Rossi Srl", ROSSI_IBAN);
            assertThat(some.outcome()).as(text).isEqualTo("allocated 100422:300.10 100423:200.00");
        }
    }

    @Test
    void an_amount_that_is_another_open_invoices_and_a_number_that_is_not_its_single_out_nothing() {
        for (String open : List.of("900.00", "100.00", "500.50")) {
            MatchFixture some = new MatchFixture()
                    .debtor("R", "Rossi Srl", ROSSI_IBAN)
                    .item("R", "100421", open)
                    .item("R", "100422", "500.00")
                    .pay("500.00", "fattura 100421", "Rossi Srl", ROSSI_IBAN);
            assertThat(some.outcome()).as(open).startsWith("candidates");
        }
    }

    @Test
    void nothing_is_written_off_as_a_fee_when_one_of_the_named_invoices_is_paid_in_full() {
        world.debtor("R", "Rossi Srl", ROSSI_IBAN)
                .item("R", "100421", "1000.00")
                .item("R", "100422", "1.00")
                .pay("1000.00", "100421 100422", "Rossi Srl", ROSSI_IBAN);
        assertThat(world.outcome()).isEqualTo("allocated 100421:1000.00");
    }
}
