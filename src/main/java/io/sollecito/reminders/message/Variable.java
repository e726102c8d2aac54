package io.sollecito.reminders.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names that templates may use in double square brackets; {@code docs/variables.md} is this list for readers. */
public enum Variable {
    CUSTOMER_NAME(Kind.TEXT, "the debtor's name", "Rossi S.r.l."),
    CUSTOMER_CLIENT_CODE(Kind.TEXT, "the debtor's number in the accounting system", "0000104711"),
    CUSTOMER_VAT_ID(Kind.TEXT, "the debtor's VAT number", "IT01234567890"),
    CUSTOMER_SIREN(Kind.TEXT, "the debtor's SIREN number, which its French VAT number ends in", "732 829 320"),
    CUSTOMER_ADDRESS(Kind.TEXT, "the debtor's address on one line", "Via Roma 1, 20121 Milano"),
    CUSTOMER_CONTACT_NAME(Kind.TEXT, "the person at the debtor's to talk to about payments", "Anna Bianchi"),
    CUSTOMER_PHONE_NUMBER(Kind.TEXT, "that person's telephone number", "+390212345678"),
    CUSTOMER_EMAIL(Kind.TEXT, "that person's e-mail address", "amministrazione@rossi.example"),
    BUSINESS_CUSTOMER(Kind.FLAG, "the debtor is known to be a business", "yes"),

    COMPANY_NAME(Kind.TEXT, "the creditor's name", "Acme Italia S.p.A."),
    COMPANY_ADDRESS(Kind.TEXT, "the creditor's address on one line", "Via Torino 15, 20123 Milano"),
    COMPANY_VAT_ID(Kind.TEXT, "the creditor's VAT number", "IT09876543217"),
    COMPANY_FISCAL_CODE(Kind.TEXT, "the creditor's Italian codice fiscale", "01234567890"),
    COMPANY_SIREN(Kind.TEXT, "the creditor's French SIREN number", "732 829 320"),
    COMPANY_SIRET(Kind.TEXT, "the creditor's French SIRET number", "732 829 320 00074"),
    COMPANY_IBAN(Kind.TEXT, "the account to pay to, in groups of four", "IT60 X054 2811 1010 0000 0123 456"),
    COMPANY_BIC(Kind.TEXT, "the BIC of that account's bank", "BLOPIT22"),
    COMPANY_LOGO(Kind.PICTURE, "the creditor's logo", ""),
    SIGNATURE(Kind.PICTURE, "the picture of the signature, if the creditor's file names one; printed pages only", ""),
    SIGNATORY_COMPANY_CITY(Kind.TEXT, "the city that the reminder is written in", "Milano"),
    SIGNATORY_FIRST_NAME(Kind.TEXT, "first name of who signs", "Laura"),
    SIGNATORY_LAST_NAME(Kind.TEXT, "last name of who signs", "Conti"),
    SIGNATORY_EMAIL(Kind.TEXT, "e-mail address for questions about payment", "crediti@acme.example"),
    SIGNATORY_PHONE_NUMBER(Kind.TEXT, "telephone number for questions about payment", "+39 02 5550 1200"),
    DISPUTE_CONTACT(Kind.TEXT, "whom to tell that an invoice is disputed", "reclami@acme.example"),
    LEGAL_FOOTER(Kind.TEXT, "register entries and the like", "Reg. Imprese Milano 09876543217"),

    CURRENT_DATE(Kind.TEXT, "the day that the reminder is written", "17 febbraio 2026"),
    PAY_BY_DATE(Kind.TEXT, "the day to pay by, when the step sets a deadline", "4 marzo 2026"),
    PAYMENTS_CONSIDERED_UNTIL(Kind.TEXT, "payments booked up to this day are considered", "16 febbraio 2026"),
    TOTAL_AMOUNT(Kind.AMOUNT, "what the reminder asks for: the listed items less credits", "1.190,00 €"),
    CUSTOMER_INVOICING_EXPIRED_OUTSTANDING_AMOUNT(Kind.AMOUNT, "what is overdue, before credits", "1.190,00 €"),
    AMOUNT_TO_PAY(Kind.AMOUNT, "the same with charges; the payment box and the code ask for it", "1.239,93 €"),
    TOTAL_CHARGES(Kind.AMOUNT, "interest, compensation and fees that the reminder asks for, if any", "49,93 €"),
    HAS_CHARGES(Kind.FLAG, "the reminder asks for charges", "yes"),
    PAYMENT_REFERENCE(Kind.TEXT, "our reference (ISO 11649) for this payment", "RF18 5390 0754 7034"),
    PAYMENT_LINK(
            Kind.TEXT,
            "where this reminder is paid online, if the creditor's paymentLink says so; none in a script, nor in an sms if"
                    + " the link shows {amount} or {debtor}: enclose it",
            "https://pay.acme.example/?ref=RF18539007547034"),
    INVOICE_NUMBERS(Kind.TEXT, "the numbers of the listed invoices", "2026/1042, 2026/1057"),
    SINGLE_INVOICE(Kind.FLAG, "one invoice is listed, not several", "yes"),
    UPCOMING_ITEMS(Kind.FLAG, "beside items that are due, the total holds some that fall due shortly", "yes"),
    PAYABLE(Kind.FLAG, "there is something to pay (the total is above zero)", "yes"),
    PROMISED_AMOUNT(
            Kind.AMOUNT, "what was promised last about the listed items and did not arrive in full: enclose it", "800,00 €"),
    PROMISED_DATE(Kind.TEXT, "for when it was promised: enclose it", "10 marzo 2026"),
    PROMISED_AND_ARRIVED(Kind.AMOUNT, "how much of it arrived, when some did: enclose it", "300,00 €"),
    COLLECTION_DATE(
            Kind.TEXT,
            "the day on which the bank collects what is listed, when it is one day: enclose it",
            "31 marzo 2026"),
    COLLECTION_INSTRUMENT(
            Kind.TEXT, "by what it is collected, when that is known and the same for all: enclose it", "Ri.Ba."),
    LEGAL_BASIS(
            Kind.TEXT,
            "what a formal notice rests on in the creditor's country, when it is known: enclose it",
            "art. 1219 c.c."),
    INTEREST_BASIS(
            Kind.TEXT,
            "what late-payment interest rests on there, for a debtor of this class, when it is known: enclose it",
            "d.lgs. 231/2002"),
    ICE_BREAKER(Kind.TEXT, "one of the template's iceBreakers, the same whenever the message is made again", ""),
    LETTER_ID(Kind.TEXT, "the letter's public number", "L-2026-000123"),
    QR_CODE(Kind.PICTURE, "the code that fills in the transfer in a banking app (EPC069-12, euro only)", ""),

    ITEM_TABLE(Kind.BLOCK, "the listed items, their total, and items listed for information", ""),
    PAYMENT_BOX(Kind.BLOCK, "how to pay: payee, IBAN, amount, reference, QR code", ""),

    INVOICES(Kind.LIST, "repeats what it encloses for every item in the total", ""),
    OTHER_ITEMS(Kind.LIST, "the same for items listed for information, outside the total", ""),
    HAS_OTHER_ITEMS(Kind.FLAG, "there are items listed for information", "yes"),
    NUMBER(Kind.ITEM, "the document's number as the debtor knows it", "2026/1042"),
    TYPE(Kind.ITEM, "invoice, credit note and so on", "Fattura"),
    INSTALMENT(Kind.ITEM, "which instalment, when it is not the first", "2"),
    ISSUE_DATE(Kind.ITEM, "the document's date", "15/01/2026"),
    DUE_DATE(Kind.ITEM, "the day it is or was due", "14/02/2026"),
    ORIGINAL_AMOUNT(Kind.ITEM, "the item's first amount", "1.190,00 €"),
    PAID_AMOUNT(Kind.ITEM, "what has been settled of it", "0,00 €"),
    OPEN_AMOUNT(Kind.ITEM, "what is still open", "1.190,00 €"),
    DAYS_OVERDUE(Kind.ITEM, "full days since the due date, when it is past", "3"),
    STATUS(Kind.ITEM, "due soon, overdue, not yet due, credit, disputed", "scaduta"),
    ITEM_REFERENCE(Kind.ITEM, "the item's own payment reference, when it is not simply its number", ""),

    CHARGES(Kind.LIST, "repeats what it encloses for every charge; Number and Instalment tell its item", ""),
    CHARGE_KIND(Kind.ITEM, "interest, compensation or fee", "Interessi di mora"),
    CHARGE_FROM(Kind.ITEM, "the first day that interest is charged for", "15/02/2026"),
    CHARGE_UNTIL(Kind.ITEM, "the last such day", "16/03/2026"),
    CHARGE_RATE(Kind.ITEM, "its rate a year, several when it changed", "10,15 %"),
    CHARGE_AMOUNT(Kind.ITEM, "what is to be paid of the charge", "9,93 €"),

    BODY(Kind.LAYOUT, "the template's body", ""),
    TITLE(Kind.LAYOUT, "the template's title", ""),
    LANGUAGE(Kind.LAYOUT, "the language's code", "it"),
    PAGE_STYLE(Kind.LAYOUT, "what printed pages share: layout/page.css", ""),
    ADDRESS_LINES(Kind.PAGE_LIST, "repeats what it encloses for every line of the address", ""),
    SENDER_LINES(Kind.PAGE_LIST, "the same for every line of the sender's address", ""),
    LINE(Kind.PAGE_ITEM, "one such line", "Via Roma 1"),
    ADDRESS_STYLE(Kind.LAYOUT, "where the window shows the address, as CSS", "left:0mm;top:27mm"),
    SENDER_STYLE(Kind.LAYOUT, "where the sender stands, opposite the window, as CSS", "left:105mm"),
    HEAD_HEIGHT(Kind.LAYOUT, "the height of all that stands above the text", "82mm"),
    SECTIONS(Kind.PAGE_LIST, "repeats what it encloses for overdue items, items not yet due, and credits", ""),
    SECTION_TITLE(Kind.PAGE_ITEM, "the section's name", "Scaduto"),
    SECTION_TOTAL(Kind.PAGE_ITEM, "the section's total", "1.190,00 €"),
    AGEING(Kind.PAGE_LIST, "repeats what it encloses for every span of days overdue", ""),
    BUCKET_NAME(Kind.PAGE_ITEM, "the span's name", "1–30 giorni"),
    BUCKET_AMOUNT(Kind.PAGE_ITEM, "what is open in it", "1.190,00 €");

    /** Where a name may stand. */
    enum Kind {
        /** Anywhere. */
        TEXT,
        /** Anywhere but in what shows on a locked screen or an envelope: subject and SMS. */
        AMOUNT,
        /** Only as a condition: {@code [[#Name]]...[[/Name]]}. */
        FLAG,
        /** Only as a paragraph of its own in a body. */
        BLOCK,
        /** A list of items, in a body or layout. */
        LIST,
        /** Inside a list of items. */
        ITEM,
        /** Only in layouts. */
        PICTURE,
        LAYOUT,
        PAGE_LIST,
        PAGE_ITEM
    }

    private static final Map<String, Variable> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Variable::tag, Function.identity()));

    private final String tag;
    private final Kind kind;
    private final String meaning;
    private final String example;

    Variable(Kind kind, String meaning, String example) {
        this.tag = Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        this.kind = kind;
        this.meaning = meaning;
        this.example = example;
    }

    /** The name as templates write it, such as CustomerName. */
    public String tag() {
        return tag;
    }

    /** For the table of variables. */
    public String meaning() {
        return meaning;
    }

    /** For the table of variables; empty when an example would say nothing. */
    public String example() {
        return example;
    }

    Kind kind() {
        return kind;
    }

    /** The variable of that name, or null. */
    static Variable named(String tag) {
        return BY_NAME.get(tag);
    }
}
