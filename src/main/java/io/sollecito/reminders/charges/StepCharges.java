package io.sollecito.reminders.charges;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a plan's step charges.
 *
 * @param statutory interest by the law of the creditor's country
 * @param agreed interest by contract, in per cent a year, or null
 * @param compensation the law's lump sum
 * @param fee per currency, for the message
 */
public record StepCharges(boolean statutory, BigDecimal agreed, boolean compensation, Map<String, BigDecimal> fee) {

    public static final StepCharges NONE = new StepCharges(false, null, false, Map.of());

    public StepCharges {
        fee = Map.copyOf(fee);
    }

    public boolean bearsInterest() {
        return statutory || agreed != null;
    }

    public boolean any() {
        return bearsInterest() || compensation || !fee.isEmpty();
    }
}
