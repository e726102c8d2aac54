package io.sollecito.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.model.Statement.Counterparty;
import io.sollecito.model.Statement.Entry;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of an entry can be matched; amounts in two currencies keep both (law 1). */
class DividingTest {

    @Test
    void a_payment_in_another_currency_is_matched_in_the_entrys_and_keeps_its_own() {
        Payment dollars = payment("108.00", "USD", new Particulars("PMNT/RCDT/XBCT", null, null, null));

        Payment matched = Dividing.payments(entry("99.12", dollars)).get(0);

        assertThat(matched.amount()).isEqualByComparingTo("99.12");
        assertThat(matched.currency()).isEqualTo("EUR");
        assertThat(matched.particulars())
                .isEqualTo(new Particulars("PMNT/RCDT/XBCT", null, new BigDecimal("108.00"), "USD"));
    }

    @Test
    void what_the_bank_tells_of_a_payment_is_kept_where_it_needs_no_dividing() {
        Particulars told = new Particulars("NTRF", new BigDecimal("2.00"), new BigDecimal("110.00"), "CHF");

        assertThat(Dividing.payments(entry("100.00", payment("100.00", "EUR", told)))
                        .get(0)
                        .particulars())
                .isEqualTo(told);
    }

    @Test
    void payments_whose_amounts_do_not_tell_how_they_divide_share_only_what_all_say() {
        Particulars one = new Particulars("PMNT/RCDT/ESCT", new BigDecimal("1.00"), null, null);
        Particulars other = new Particulars("PMNT/RCDT/ESCT", null, null, null);

        Payment matched = Dividing.payments(entry("50.00", payment(null, "EUR", one), payment(null, "EUR", other)))
                .get(0);

        assertThat(matched.particulars().transactionCode()).isEqualTo("PMNT/RCDT/ESCT");
        assertThat(matched.particulars().charges()).isNull();
    }

    private static Entry entry(String amount, Payment... payments) {
        return new Entry(null, null, new BigDecimal(amount), "EUR", false, "B1", List.of(payments));
    }

    private static Payment payment(String amount, String currency, Particulars particulars) {
        return new Payment(
                amount == null ? null : new BigDecimal(amount),
                currency,
                null,
                null,
                "invoice",
                new Counterparty("Rossi", null),
                null,
                particulars);
    }
}
