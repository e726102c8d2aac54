package io.sollecito.ledger.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Days sales outstanding by the count-back method: what is owed is used up by the sales of the days counted backwards,
 * the last of them in part. What is owed that equals the sales of the last 40 days is 40 days of sales.
 *
 * @param sales by day of issue; a day on which more was credited than invoiced is negative
 * @param day the first day that is counted
 * @param knownFrom the first day whose sales are known
 */
public record CountBack(Map<LocalDate, BigDecimal> sales, LocalDate day, LocalDate knownFrom) {

    /**
     * @param days with one decimal
     * @param atLeast the known sales do not use up what is owed: how much longer it takes nobody knows
     */
    public record Days(BigDecimal days, boolean atLeast) {}

    /** @param owed nothing, or less, is no day */
    Days of(BigDecimal owed) {
        BigDecimal left = owed;
        LocalDate counted = day;
        while (left.signum() > 0 && !counted.isBefore(knownFrom)) {
            BigDecimal sold = sales.getOrDefault(counted, BigDecimal.ZERO);
            if (sold.compareTo(left) >= 0) {
                return new Days(
                        before(counted)
                                .add(left.divide(sold, 12, RoundingMode.HALF_UP))
                                .setScale(1, RoundingMode.HALF_UP),
                        false);
            }
            left = left.subtract(sold);
            counted = counted.minusDays(1);
        }
        return new Days(before(counted).setScale(1), left.signum() > 0);
    }

    private BigDecimal before(LocalDate counted) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(counted, day));
    }
}
