package io.sollecito.ledger.figures;

import java.math.BigDecimal;

/**
 * What is really open in one currency by days after due. Credits that no one has applied yet stand apart: netting them
 * against one bucket would flatter it.
 *
 * @param credits negative or zero
 */
public record Ageing(
        String currency,
        BigDecimal notDue,
        BigDecimal upTo30,
        BigDecimal upTo60,
        BigDecimal upTo90,
        BigDecimal over90,
        BigDecimal credits,
        long items) {

    public BigDecimal overdue() {
        return upTo30.add(upTo60).add(upTo90).add(over90);
    }

    public BigDecimal total() {
        return notDue.add(overdue()).add(credits);
    }
}
