package io.sollecito.model;

import java.math.BigDecimal;

/** An exact amount of one ISO 4217 currency. */
public record Money(BigDecimal amount, String currency) {

    public Money {
        amount = Amounts.scaled(amount, currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
