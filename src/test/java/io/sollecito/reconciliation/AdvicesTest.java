package io.sollecito.reconciliation;

import static io.sollecito.reconciliation.MatchFixture.DAY;
import static io.sollecito.reconciliation.MatchFixture.ROSSI_IBAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.AdviceLine;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AdvicesTest {

    private final MatchFixture world = new MatchFixture()
            .debtor("R", "Rossi Srl", ROSSI_IBAN)
            .item("R", "2026/1042", "100.00")
            .item("R", "2026/1043", "50.00")
            .item("R", "2026/1044", "-30.00")
            .item("R", "2026/1050", "118.00");

    @Test
    void an_advice_that_the_payment_names_says_what_is_paid_with_discounts_and_credits() {
        world.advice(line("4711", "2026/1042", "98.00", "2.00"))
                .advice(line("4711", "2026/1043", "50.00", null))
                .advice(line("4711", "2026/1044", "-30.00", null))
                .pay("118.00", "Zahlung gem. Avis 4711", "Rossi Srl", ROSSI_IBAN);

        assertThat(world.outcome())
                .isEqualTo("allocated 2026/1042:98.00 2026/1042:2.00:discount 2026/1043:50.00 2026/1044:-30.00");
    }

    @Test
    void an_advice_is_found_by_payer_and_total_too() {
        world.advice(line("4711", "2026/1042", "100.00", null))
                .advice(line("4711", "2026/1043", "18.00", null))
                .pay("118.00", "thanks", "ROSSI SRL", null);

        assertThat(world.outcome()).isEqualTo("allocated 2026/1042:100.00 2026/1043:18.00");
    }

    @Test
    void an_advice_with_another_total_is_for_a_person() {
        world.advice(line("4711", "2026/1042", "100.00", null)).pay("118.00", "Avis 4711", "Rossi Srl", ROSSI_IBAN);

        assertThat(world.outcome()).startsWith("candidates [2026/1042:100.00]");
    }

    @Test
    void what_an_advice_names_and_nobody_knows_stays_unallocated() {
        world.advice(line("4711", "2026/1042", "100.00", null))
                .advice(line("4711", "2026/9999", "18.00", null))
                .pay("118.00", "Avis 4711", "Rossi Srl", ROSSI_IBAN);

        assertThat(world.outcome()).isEqualTo("allocated 2026/1042:100.00 left 18.00");
    }

    @Test
    void a_payment_that_waits_for_its_advice_is_not_matched_by_amount() {
        assertThat(world.pay("118.00", "Zahlung gem. Avis 4711", "Rossi Srl", ROSSI_IBAN)
                        .outcome())
                .startsWith("candidates");
        assertThat(world.pay("150.00", "Sammelgutschrift", "Rossi Srl", ROSSI_IBAN)
                        .outcome())
                .startsWith("candidates");
    }

    private static AdviceLine line(String advice, String document, String amount, String discount) {
        return new AdviceLine(
                "ACME-IT",
                "sap",
                advice,
                null,
                "Rossi Srl",
                DAY,
                document,
                "EUR",
                new BigDecimal(amount),
                discount == null ? null : new BigDecimal(discount),
                1);
    }
}
