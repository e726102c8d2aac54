package io.sollecito.reconciliation;

import static io.sollecito.reconciliation.MatchFixture.BIANCHI_IBAN;
import static io.sollecito.reconciliation.MatchFixture.ROSSI_IBAN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Money out that gives a credit back uses the credit up, and is no negative payment of an invoice. */
class RefundsTest {

    private final MatchFixture world = new MatchFixture()
            .debtor("R", "Rossi Srl", ROSSI_IBAN)
            .debtor("B", "Bianchi Srl", BIANCHI_IBAN)
            .item("R", "2026/1042", "500.00")
            .item("R", "2026/9001", "-120.00");

    @Test
    void a_refund_to_a_known_account_uses_up_the_one_credit_of_its_amount() {
        world.pay("-120.00", "Rimborso", "Rossi", ROSSI_IBAN);
        assertThat(world.outcome()).isEqualTo("allocated 2026/9001:-120.00");
    }

    @Test
    void a_refund_that_names_the_credit_note_uses_it_up_whatever_the_account() {
        world.pay("-120.00", "Rimborso nota di credito 2026/9001", "Rossi", "FR7630006000011234567890189");
        assertThat(world.outcome()).isEqualTo("allocated 2026/9001:-120.00");
    }

    @Test
    void a_part_of_a_credit_that_is_named_is_refunded_to_its_debtor_only() {
        world.pay("-50.00", "Rimborso parziale 2026/9001", "Rossi", ROSSI_IBAN);
        assertThat(world.outcome()).isEqualTo("allocated 2026/9001:-50.00");
        assertThat(world.pay("-40.00", "Rimborso 2026/9001", "Bianchi", BIANCHI_IBAN)
                        .outcome())
                .startsWith("candidates");
    }

    @Test
    void two_credits_of_the_amount_are_candidates() {
        world.item("R", "2026/9002", "-120.00").pay("-120.00", "Rimborso", "Rossi", ROSSI_IBAN);
        assertThat(world.outcome()).isEqualTo("candidates [2026/9001:-120.00] [2026/9002:-120.00]");
    }

    @Test
    void all_of_a_debtors_credits_may_be_refunded_at_once() {
        world.item("R", "2026/9002", "-30.00").pay("-150.00", "Rimborso", "Rossi", ROSSI_IBAN);
        assertThat(world.outcome()).isEqualTo("allocated 2026/9001:-120.00 2026/9002:-30.00");
    }

    @Test
    void money_out_to_a_debtor_without_a_credit_is_not_ours_and_lowers_no_invoice() {
        world.pay("-500.00", "Pagamento fattura 2026/1042", "Bianchi", BIANCHI_IBAN);
        assertThat(world.outcome()).isEqualTo("notOurs");
    }

    @Test
    void another_amount_than_the_credits_is_for_a_person() {
        world.pay("-99.00", "Rimborso", "Rossi", ROSSI_IBAN);
        assertThat(world.outcome()).isEqualTo("candidates [2026/9001:-99.00]");
    }

    @Test
    void an_unknown_account_and_an_amount_single_out_nothing() {
        world.pay("-120.00", "Rimborso", "Verdi", "FR7630006000011234567890189");
        assertThat(world.outcome()).isEqualTo("notOurs");
    }

    @Test
    void a_credit_is_refunded_once() {
        world.pay("-120.00", "Rimborso", "Rossi", ROSSI_IBAN).pay("-120.00", "Rimborso", "Rossi", ROSSI_IBAN);
        assertThat(world.outcome()).isEqualTo("notOurs");
    }
}
