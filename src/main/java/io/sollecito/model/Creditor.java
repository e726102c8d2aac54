package io.sollecito.model;

import java.time.ZoneId;
import java.util.List;

/**
 * The company that is owed money, with what its letters print. Only configuration makes one: a printed IBAN never comes
 * from anywhere else.
 *
 * @param code such as ACME-IT; the scope of every rule, number range and permission
 * @param accounts IBANs of its own bank accounts; the first is the one that debtors pay to
 * @param paymentLink where debtors pay online, or null
 * @param legalFooter register entries and the like, printed at the foot of letters and e-mails
 * @param references what kind its reminders print
 */
public record Creditor(
        String code,
        String name,
        String country,
        ZoneId zone,
        String baseCurrency,
        String language,
        Address address,
        String vatId,
        List<String> accounts,
        String bic,
        Signatory signatory,
        String disputeContact,
        String legalFooter,
        String senderEmail,
        String smsSender,
        List<String> financeEmails,
        String logo,
        PaymentLink paymentLink,
        ReferenceKind references) {

    /** Who signs reminders and is called about payment. */
    public record Signatory(String firstName, String lastName, String email, String phone) {}

    /** One without payment links whose reminders print ISO 11649 references. */
    public Creditor(
            String code,
            String name,
            String country,
            ZoneId zone,
            String baseCurrency,
            String language,
            Address address,
            String vatId,
            List<String> accounts,
            String bic,
            Signatory signatory,
            String disputeContact,
            String legalFooter,
            String senderEmail,
            String smsSender,
            List<String> financeEmails,
            String logo) {
        this(
                code,
                name,
                country,
                zone,
                baseCurrency,
                language,
                address,
                vatId,
                accounts,
                bic,
                signatory,
                disputeContact,
                legalFooter,
                senderEmail,
                smsSender,
                financeEmails,
                logo,
                null,
                ReferenceKind.RF);
    }

    public Creditor {
        accounts = List.copyOf(accounts);
        financeEmails = List.copyOf(financeEmails);
    }

    /** The IBAN printed on reminders. */
    public String payTo() {
        return accounts.get(0);
    }
}
