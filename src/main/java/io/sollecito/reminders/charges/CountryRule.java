package io.sollecito.reminders.charges;

/**
 * A country's law on late payment.
 *
 * @param business for businesses and public bodies
 * @param consumer for consumers, and debtors of whom nobody has said that they are none
 */
public record CountryRule(ClassRule business, ClassRule consumer) {

    /** @param debtorClass business, consumer, public or null */
    public ClassRule of(String debtorClass) {
        return isInBusiness(debtorClass) ? business : consumer;
    }

    static boolean isInBusiness(String debtorClass) {
        return "business".equals(debtorClass) || "public".equals(debtorClass);
    }
}
