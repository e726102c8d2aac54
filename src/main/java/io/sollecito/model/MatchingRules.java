package io.sollecito.model;

import java.math.BigDecimal;
import java.util.Map;

/**
 * When a creditor's payments are allocated, proposed to a person, or left: {@code matching:} in the creditor's file.
 *
 * @param allocateFrom the score (0 to 1) from which an assignment that nothing rivals is allocated
 * @param proposeFrom the score from which an assignment is shown to a person
 * @param lead how many times more doubtful every other assignment must be for one to be singled out
 * @param feeTolerance by currency, how much may be missing as a bank's fee; it is written off
 * @param reportedFees by currency, how much may be missing when the bank itself says that it kept it
 * @param discountGraceDays how many days after its last day a discount still counts
 * @param sameAmount what becomes of an amount that several items of one debtor have
 */
public record MatchingRules(
        BigDecimal allocateFrom,
        BigDecimal proposeFrom,
        BigDecimal lead,
        Map<String, BigDecimal> feeTolerance,
        Map<String, BigDecimal> reportedFees,
        int discountGraceDays,
        SameAmount sameAmount) {

    /** Items of one debtor with one amount, and a payment of it that names none. */
    public enum SameAmount {
        /** A person decides. */
        PERSON,
        /** The one that is due first is paid. */
        OLDEST
    }

    private static final BigDecimal ONE = new BigDecimal("1.00");
    private static final BigDecimal THIRTY = new BigDecimal("30.00");

    public static final MatchingRules DEFAULT = new MatchingRules(
            new BigDecimal("0.97"),
            new BigDecimal("0.05"),
            new BigDecimal("3"),
            Map.of("EUR", ONE, "CHF", ONE, "GBP", ONE, "USD", ONE),
            Map.of("EUR", THIRTY, "CHF", THIRTY, "GBP", THIRTY, "USD", THIRTY),
            0,
            SameAmount.PERSON);

    public MatchingRules {
        feeTolerance = Map.copyOf(feeTolerance);
        reportedFees = Map.copyOf(reportedFees);
    }

    /** How much may be missing of a payment in that currency of which banks kept {@code charges} (may be null). */
    public BigDecimal missing(String currency, BigDecimal charges) {
        BigDecimal tolerance = feeTolerance.getOrDefault(currency, BigDecimal.ZERO);
        boolean reported =
                charges != null && charges.compareTo(reportedFees.getOrDefault(currency, BigDecimal.ZERO)) <= 0;
        return reported ? tolerance.max(charges) : tolerance;
    }
}
