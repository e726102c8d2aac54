package io.sollecito.model;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The company that is owed money, with what its letters print. Only configuration makes one: a printed IBAN never comes
 * from anywhere else.
 *
 * @param code such as ACME-IT; the scope of every rule, number range and permission
 */
public record Creditor(
        String code,
        String name,
        String country,
        ZoneId zone,
        String baseCurrency,
        String language,
        Letterhead letterhead,
        HowToPay howToPay,
        People people,
        Senders senders,
        MatchingRules matching,
        RunRules runs) {

    /** A creditor whose reminders leave by themselves. */
    public Creditor(
            String code,
            String name,
            String country,
            ZoneId zone,
            String baseCurrency,
            String language,
            Letterhead letterhead,
            HowToPay howToPay,
            People people,
            Senders senders,
            MatchingRules matching) {
        this(
                code,
                name,
                country,
                zone,
                baseCurrency,
                language,
                letterhead,
                howToPay,
                people,
                senders,
                matching,
                RunRules.DEFAULT);
    }

    /** A creditor whose payments are matched as usual. */
    public Creditor(
            String code,
            String name,
            String country,
            ZoneId zone,
            String baseCurrency,
            String language,
            Letterhead letterhead,
            HowToPay howToPay,
            People people,
            Senders senders) {
        this(
                code,
                name,
                country,
                zone,
                baseCurrency,
                language,
                letterhead,
                howToPay,
                people,
                senders,
                MatchingRules.DEFAULT);
    }

    /**
     * What its messages print about it; each may be null.
     *
     * @param legalFooter register entries and the like, printed at the foot of letters and e-mails
     * @param logo a file
     * @param signature a file with the picture of the signatory's signature
     * @param numbers other numbers that authorities know it by
     */
    public record Letterhead(
            Address address, String vatId, String legalFooter, String logo, String signature, TaxNumbers numbers) {

        /** With a VAT number only, and no picture of a signature. */
        public Letterhead(Address address, String vatId, String legalFooter, String logo) {
            this(address, vatId, legalFooter, logo, null, TaxNumbers.NONE);
        }
    }

    /**
     * How debtors pay it.
     *
     * @param accounts IBANs of its own bank accounts; the first is the one that debtors pay to
     * @param bic of the first, or null
     * @param link where debtors pay online, or null
     * @param references what kind its reminders print
     * @param aliases what banks' files call its accounts besides their IBANs, with the IBAN of each
     * @param factors to whom it assigns items: their debtors pay to these accounts instead
     */
    public record HowToPay(
            List<String> accounts,
            String bic,
            PaymentLink link,
            ReferenceKind references,
            Map<String, String> aliases,
            List<Payee> factors) {
        public HowToPay {
            accounts = List.copyOf(accounts);
            aliases = Map.copyOf(aliases);
            factors = List.copyOf(factors);
        }

        /** One that assigns nothing. */
        public HowToPay(
                List<String> accounts,
                String bic,
                PaymentLink link,
                ReferenceKind references,
                Map<String, String> aliases) {
            this(accounts, bic, link, references, aliases, List.of());
        }

        /** With accounts that files call by their IBANs or national numbers. */
        public HowToPay(List<String> accounts, String bic, PaymentLink link, ReferenceKind references) {
            this(accounts, bic, link, references, Map.of());
        }
    }

    /**
     * Who answers for it.
     *
     * @param disputeContact an e-mail address, or null
     * @param finance e-mail addresses that get the digest
     * @param mayWriteOff by currency, how much of an item one person may write off; more takes two
     * @param agreements how debtors' promises and replies are dealt with
     */
    public record People(
            Signatory signatory,
            String disputeContact,
            List<String> finance,
            Map<String, BigDecimal> mayWriteOff,
            Agreements agreements) {
        public People {
            finance = List.copyOf(finance);
            mayWriteOff = Map.copyOf(mayWriteOff);
        }

        /** With the usual patience. */
        public People(
                Signatory signatory, String disputeContact, List<String> finance, Map<String, BigDecimal> mayWriteOff) {
            this(signatory, disputeContact, finance, mayWriteOff, Agreements.USUAL);
        }

        /** Nobody writes anything off alone. */
        public People(Signatory signatory, String disputeContact, List<String> finance) {
            this(signatory, disputeContact, finance, Map.of());
        }
    }

    /** Who signs reminders and is called about payment. */
    public record Signatory(String firstName, String lastName, String email, String phone) {}

    /**
     * How debtors' promises and replies are dealt with.
     *
     * @param toleranceDays how many bank days after the day that was promised money still counts
     * @param repliesTo who answers debtors' replies; null: the signatory
     */
    public record Agreements(int toleranceDays, String repliesTo) {
        public static final Agreements USUAL = new Agreements(2, null);
    }

    /** What its messages come from: an e-mail address; a name or number for SMS, or null. */
    public record Senders(String email, String sms) {}

    /** The same creditor with other rules for its planning runs. */
    public Creditor with(RunRules other) {
        return new Creditor(
                code,
                name,
                country,
                zone,
                baseCurrency,
                language,
                letterhead,
                howToPay,
                people,
                senders,
                matching,
                other);
    }

    /** IBANs of its own bank accounts. */
    public List<String> accounts() {
        return howToPay.accounts();
    }

    /** Whom its items are paid to: nobody else is ever printed. */
    public Payees payees() {
        return new Payees(howToPay.accounts(), howToPay.factors());
    }

    /** Who answers debtors' replies: who is named for it, else who signs, else the address that reminders come from. */
    public String answersReplies() {
        if (people.agreements().repliesTo() != null) {
            return people.agreements().repliesTo();
        }
        Signatory signatory = people.signatory();
        return signatory == null ? senders.email() : (signatory.firstName() + " " + signatory.lastName()).strip();
    }

    /** The IBAN printed on reminders. */
    public String payTo() {
        return accounts().get(0);
    }
}
