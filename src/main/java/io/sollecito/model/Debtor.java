package io.sollecito.model;

import java.util.List;

/**
 * A customer account of a creditor in one ERP (EN 16931 BG-7).
 *
 * @param debtorClass business, consumer, public or null when the source does not say
 * @param language ISO 639-1, or null
 * @param payer the debtor number of who pays when it is another account (head office), or null
 */
public record Debtor(
        String creditor,
        String source,
        String debtor,
        String name,
        String debtorClass,
        String vatId,
        String language,
        String country,
        Address address,
        List<String> bankAccounts,
        String payer,
        List<String> tags,
        List<Contact> contacts)
        implements Canonical {

    public Debtor {
        bankAccounts = bankAccounts == null ? List.of() : List.copyOf(bankAccounts);
        tags = tags == null ? List.of() : List.copyOf(tags);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    /** A debtor that the source has delivered no master data of: known by its number only. */
    public static Debtor knownByNumber(String creditor, String source, String debtor) {
        return new Debtor(creditor, source, debtor, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same debtor as one whom no letter reaches. */
    public Debtor withoutAddress(String knownCountry) {
        return new Debtor(
                creditor,
                source,
                debtor,
                name,
                debtorClass,
                vatId,
                language,
                knownCountry,
                null,
                bankAccounts,
                payer,
                tags,
                contacts);
    }

    /** The same debtor with other contacts. */
    public Debtor withContacts(List<Contact> others) {
        return new Debtor(
                creditor,
                source,
                debtor,
                name,
                debtorClass,
                vatId,
                language,
                country,
                address,
                bankAccounts,
                payer,
                tags,
                others);
    }
}
