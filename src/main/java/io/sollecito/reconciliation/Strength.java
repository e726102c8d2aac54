package io.sollecito.reconciliation;

import java.math.BigDecimal;

/** How strongly an amount speaks for what it fits, from 0 to 1. */
final class Strength {

    static final double SUM_OF_NAMED = 0.95;
    static final double AS_LISTED = 0.95;
    static final double WHOLE_BALANCE = 0.85;
    static final double SOME_OF_NAMED = 0.8;
    static final double NEARLY = 0.7;
    static final double NEARLY_OF_SEVERAL = 0.55;
    static final double MORE = 0.3;
    static final double PART = 0.25;
    static final double NAMED_MONTH = 0.7;
    static final double BOOKED_BY_ERP = 0.7;
    static final double NOBODY_TO_CONTRADICT = 0.7;

    private static final BigDecimal TEN = BigDecimal.TEN;

    private Strength() {}

    /** Round amounts are more often equal by accident. */
    static double ofOne(Fit fit, BigDecimal amount) {
        boolean round = amount.remainder(TEN).signum() == 0;
        return round || !fit.isPlain() ? 0.8 : 0.85;
    }
}
