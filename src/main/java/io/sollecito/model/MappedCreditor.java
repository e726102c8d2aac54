package io.sollecito.model;

/**
 * A company as an ERP describes it. It is never what letters print: that comes from configuration alone.
 *
 * @param creditor its code in the source
 * @param zone an IANA time zone, or null
 */
public record MappedCreditor(
        String creditor, String source, String name, String country, String zone, String baseCurrency, long line)
        implements Canonical {

    @Override
    public String debtor() {
        return null;
    }
}
