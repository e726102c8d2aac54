package io.sollecito.reminders.charges;

import java.math.BigDecimal;
import java.util.Map;

/** A central bank's rate in per cent a year, for each half-year for which it is known. */
public record ReferenceRate(String name, Map<HalfYear, BigDecimal> rates) {

    public ReferenceRate {
        rates = Map.copyOf(rates);
    }

    boolean knows(HalfYear half) {
        return rates.containsKey(half);
    }

    /** Only of a half-year that it knows. */
    BigDecimal of(HalfYear half) {
        return rates.get(half);
    }
}
