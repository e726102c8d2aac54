package io.sollecito.reminders.charges;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What the law gives for the trouble of collecting, once.
 *
 * @param amounts per currency: from which debt on, how much
 * @param perInvoice once for all instalments of an invoice, not for each
 */
public record Compensation(Map<String, NavigableMap<BigDecimal, BigDecimal>> amounts, boolean perInvoice) {

    public Compensation {
        amounts = Map.copyOf(amounts);
    }

    /** Empty in a currency that the law names no amount in: nothing is converted. */
    public Optional<BigDecimal> of(String currency, BigDecimal debt) {
        return Optional.ofNullable(amounts.get(currency))
                .map(bands -> bands.floorEntry(debt))
                .map(Map.Entry::getValue);
    }
}
