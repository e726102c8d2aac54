package io.sollecito.reminders.charges;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What may be charged to one debtor. */
public final class ChargeLaw {

    private final String country;
    private final boolean known;
    private final boolean inBusiness;
    private final ClassRule rule;

    /**
     * @param country the creditor's, ISO 3166-1 alpha-2
     * @param debtorClass business, consumer, public or null
     */
    public ChargeLaw(ChargeRules rules, String country, String debtorClass) {
        Optional<CountryRule> law = rules.of(country);
        this.country = country;
        this.known = law.isPresent();
        this.inBusiness = CountryRule.isInBusiness(debtorClass);
        this.rule = law.map(found -> found.of(debtorClass)).orElse(ClassRule.NOTHING);
    }

    /** Why what a step charges by law is not known. */
    public Optional<String> unknown(StepCharges charges) {
        return known || !charges.statutory() && !charges.compensation()
                ? Optional.empty()
                : Optional.of("the law on late payment of " + (country.isEmpty() ? "the creditor's country" : country)
                        + " is not known; add it to " + file());
    }

    /** By which rule a step charges interest to that debtor; empty: none. */
    public Optional<InterestRule> interest(StepCharges charges) {
        if (charges.statutory()) {
            return statutory();
        }
        return charges.agreed() == null || !allowsAgreed()
                ? Optional.empty()
                : Optional.of(InterestRule.agreed(
                        charges.agreed(),
                        statutory().map(InterestRule::days).orElse(DayCount.DAYS_365),
                        statutory().map(InterestRule::rounding).orElse(RoundingMode.HALF_UP)));
    }

    public Optional<InterestRule> statutory() {
        return Optional.ofNullable(rule.interest());
    }

    /** The law's lump sum for a debt of that size; empty: none. */
    public Optional<BigDecimal> compensation(String currency, BigDecimal debt) {
        return Optional.ofNullable(rule.compensation()).flatMap(sums -> sums.of(currency, debt));
    }

    public boolean compensatesInvoices() {
        return rule.compensation() != null && rule.compensation().perInvoice();
    }

    /** Where no law is known, what was agreed between businesses. */
    public boolean allowsCosts() {
        return known ? rule.costs() : inBusiness;
    }

    private boolean allowsAgreed() {
        return known ? rule.agreed() : inBusiness;
    }

    /** Where rates and laws are written down, for people. */
    public String file() {
        return "reminders/" + ChargeRules.FILE;
    }
}
