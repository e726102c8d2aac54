package io.sollecito.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.ledger.figures.Balance;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.stories.ItemFacts.Taken;
import io.sollecito.ledger.stories.MessageFacts.Postal;
import io.sollecito.ledger.stories.MessageFacts.Receipt;
import io.sollecito.ledger.stories.MessageFacts.Sent;
import io.sollecito.ledger.stories.PaymentFacts;
import io.sollecito.ledger.stories.PaymentFacts.Allocated;
import io.sollecito.ledger.stories.PaymentFacts.Booked;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorySentencesTest {

    private static final Instant AT = Instant.parse("2026-03-01T23:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-17");

    private final StorySentences say = new StorySentences(ZoneId.of("Europe/Rome"));
    private final PaymentSentences paid = new PaymentSentences(ZoneId.of("Europe/Rome"));

    @Test
    void a_credit_that_a_payment_was_netted_with_is_not_called_paid() {
        Allocated netted = new Allocated(
                55L,
                "1400000501",
                AT,
                new BigDecimal("-2435.32000"),
                "EUR",
                "principal",
                "pending",
                AT,
                "run",
                null,
                "[\"the ERP has booked it already\"]",
                DAY,
                "Rossi",
                false);

        assertThat(paid.allocated(netted).text())
                .isEqualTo(
                        "2,435.32 EUR of the credit 1400000501 netted with what came from payment 55 of 2026-03-17 by"
                                + " Rossi (run); the ERP still shows the credit open.");
    }

    @Test
    void what_is_left_over_of_an_allocated_payment_is_told_in_the_same_breath() {
        Booked payment = new Booked(
                AT,
                "x.sta",
                DAY,
                new BigDecimal("3091.47"),
                "EUR",
                "Rossi",
                "",
                "allocated",
                "run",
                new BigDecimal("2435.32000"),
                "[\"more than the 656.15000 that are open\"]",
                AT,
                null,
                null,
                new PaymentFacts.More("PMNT/RCDT/XBCT", new BigDecimal("4.00"), new BigDecimal("3400.00"), "USD"));

        assertThat(paid.assigned(payment).text())
                .isEqualTo(
                        "Decided by run: allocated but for 2,435.32 EUR, which is left over; more than the 656.15 that"
                                + " are open.");
        assertThat(paid.booked(payment).text())
                .endsWith("from Rossi, instructed as 3,400.00 USD, charges 4.00 EUR, code PMNT/RCDT/XBCT.");
    }

    @Test
    void moments_are_told_in_the_creditors_zone_and_codes_in_words() {
        Taken export = new Taken(AT, "x.csv", "erp-acme-sap", AT, "applied", null, 1, 1, 0, 0, 0);
        Journal.Row row = new Journal.Row(
                1,
                AT.toString(),
                "ACME-IT",
                "allocation-made",
                "item:1",
                "run",
                "{\"payment\":\"55\",\"amount\":\"3648.84000\",\"confirmedBy\":\"7\",\"cause\":\"\"}");

        assertThat(say.taken(export).get(0).text()).contains("as of 2026-03-02 00:00: applied");
        assertThat(say.journal(row).text())
                .isEqualTo("Journal: allocation made by run, payment 55, amount 3648.84, confirmed by 7.");
        assertThat(say.sent(new Sent(4, 2L, AT, AT, "task", "sent", null, null)).text())
                .isEqualTo("Set as a task, dispatch 4 of reminder 2.");
    }

    @Test
    void what_a_print_house_tells_about_a_letter_is_told_as_far_as_it_is_known() {
        Postal all = new Postal("017", "RR123456785IT", 2, new BigDecimal("5.95000"), "EUR", null);
        Postal unclear = new Postal(null, null, 1, new BigDecimal("5.95000"), "ABC", null);

        assertThat(say.receipt(new Receipt(AT, 4, null, "POSTED", null, all)).text())
                .isEqualTo("Answer about dispatch 4: POSTED, tracking number RR123456785IT, 2 sheets, postage 5.95 EUR,"
                        + " code 017.");
        assertThat(say.receipt(new Receipt(AT, 4, null, "POSTED", null, unclear))
                        .text())
                .isEqualTo("Answer about dispatch 4: POSTED, 1 sheet.");
    }

    @Test
    void a_balance_above_the_erps_is_explained() {
        BigDecimal none = BigDecimal.ZERO;
        Balance balance = new Balance(
                "EUR",
                none,
                List.of(),
                new BigDecimal("143572.28"),
                new BigDecimal("141873.17"),
                new BigDecimal("-1699.11"),
                none,
                none,
                none);

        assertThat(Words.bridge(balance))
                .startsWith("The ERP shows 141,873.17; plus 1,699.11: payments at the bank were netted with credits");
    }
}
