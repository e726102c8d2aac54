package io.sollecito.reminders.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names that templates may use in double square brackets; {@code docs/variables.md} is this list for readers. */
public enum Variable {
    CUSTOMER_NAME(Kind.TEXT, "the debtor's name"),
    CUSTOMER_CLIENT_CODE(Kind.TEXT, "the debtor's number in the accounting system"),
    CUSTOMER_VAT_ID(Kind.TEXT, "the debtor's VAT number"),
    CUSTOMER_SIREN(Kind.TEXT, "the debtor's SIREN number, which its French VAT number ends in"),
    CUSTOMER_ADDRESS(Kind.TEXT, "the debtor's address on one line"),
    CUSTOMER_CONTACT_NAME(Kind.TEXT, "the person at the debtor's to talk to about payments"),
    CUSTOMER_PHONE_NUMBER(Kind.TEXT, "that person's telephone number"),
    CUSTOMER_EMAIL(Kind.TEXT, "that person's e-mail address"),
    BUSINESS_CUSTOMER(Kind.FLAG, "the debtor is known to be a business"),

    COMPANY_NAME(Kind.TEXT, "the creditor's name"),
    COMPANY_ADDRESS(Kind.TEXT, "the creditor's address on one line"),
    COMPANY_VAT_ID(Kind.TEXT, "the creditor's VAT number"),
    COMPANY_FISCAL_CODE(Kind.TEXT, "the creditor's Italian codice fiscale"),
    COMPANY_SIREN(Kind.TEXT, "the creditor's French SIREN number"),
    COMPANY_SIRET(Kind.TEXT, "the creditor's French SIRET number"),
    PAYEE_NAME(Kind.TEXT, "whose account that is: the creditor's, or that of whom the items were assigned to"),
    ASSIGNED(Kind.FLAG, "somebody else than the creditor is paid, to whom the items were assigned"),
    COMPANY_IBAN(Kind.TEXT, "the account to pay to, in groups of four"),
    COMPANY_BIC(Kind.TEXT, "the BIC of that account's bank"),
    COMPANY_LOGO(Kind.PICTURE, "the creditor's logo"),
    SIGNATURE(Kind.PICTURE, "the picture of the signature, if the creditor's file names one; printed pages only"),
    SIGNATORY_COMPANY_CITY(Kind.TEXT, "the city that the reminder is written in"),
    SIGNATORY_FIRST_NAME(Kind.TEXT, "first name of who signs"),
    SIGNATORY_LAST_NAME(Kind.TEXT, "last name of who signs"),
    SIGNATORY_EMAIL(Kind.TEXT, "e-mail address for questions about payment"),
    SIGNATORY_PHONE_NUMBER(Kind.TEXT, "telephone number for questions about payment"),
    DISPUTE_CONTACT(Kind.TEXT, "whom to tell that an invoice is disputed"),
    LEGAL_FOOTER(Kind.TEXT, "register entries and the like"),

    CURRENT_DATE(Kind.TEXT, "the day that the reminder is written"),
    PAY_BY_DATE(Kind.TEXT, "the day to pay by, when the step sets a deadline"),
    PAYMENTS_CONSIDERED_UNTIL(Kind.TEXT, "payments booked up to this day are considered"),
    TOTAL_AMOUNT(Kind.AMOUNT, "what the reminder asks for: the listed items less credits"),
    CUSTOMER_INVOICING_EXPIRED_OUTSTANDING_AMOUNT(Kind.AMOUNT, "what is overdue, before credits"),
    AMOUNT_TO_PAY(Kind.AMOUNT, "the same with charges; the payment box and the code ask for it"),
    TOTAL_CHARGES(Kind.AMOUNT, "interest, compensation and fees that the reminder asks for, if any"),
    HAS_CHARGES(Kind.FLAG, "the reminder asks for charges"),
    PAYMENT_REFERENCE(Kind.TEXT, "our reference (ISO 11649) for this payment"),
    PAYMENT_LINK(
            Kind.TEXT,
            "where this reminder is paid online, if the creditor's paymentLink says so; none in a script, nor in an sms if"
                    + " the link shows {amount} or {debtor}: enclose it"),
    INVOICE_NUMBERS(Kind.TEXT, "the numbers of the listed invoices"),
    SINGLE_INVOICE(Kind.FLAG, "one invoice is listed, not several"),
    UPCOMING_ITEMS(Kind.FLAG, "beside items that are due, the total holds some that fall due shortly"),
    PAYABLE(Kind.FLAG, "there is something to pay (the total is above zero)"),
    PROMISED_AMOUNT(
            Kind.AMOUNT, "what was promised last about the listed items and did not arrive in full: enclose it"),
    PROMISED_DATE(Kind.TEXT, "for when it was promised: enclose it"),
    PROMISED_AND_ARRIVED(Kind.AMOUNT, "how much of it arrived, when some did: enclose it"),
    COLLECTION_DATE(Kind.TEXT, "the day on which the bank collects what is listed, when it is one day: enclose it"),
    COLLECTION_INSTRUMENT(Kind.TEXT, "by what it is collected, when that is known and the same for all: enclose it"),
    LEGAL_BASIS(Kind.TEXT, "what a formal notice rests on in the creditor's country, when it is known: enclose it"),
    INTEREST_BASIS(
            Kind.TEXT,
            "what late-payment interest rests on there, for a debtor of this class, when it is known: enclose it"),
    CIVIL_INTEREST_BASIS(
            Kind.TEXT,
            "what a consumer's late-payment interest rests on there, whoever the debtor is, when it is known: enclose it"),
    ICE_BREAKER(Kind.TEXT, "one of the template's iceBreakers, the same whenever the message is made again"),
    LETTER_ID(Kind.TEXT, "the letter's public number"),
    QR_CODE(Kind.PICTURE, "the code that fills in the transfer in a banking app (EPC069-12, euro only)"),

    ITEM_TABLE(Kind.BLOCK, "the listed items, their total, and items listed for information"),
    PAYMENT_BOX(Kind.BLOCK, "how to pay: payee, IBAN, amount, reference, QR code"),

    INVOICES(Kind.LIST, "repeats what it encloses for every item in the total"),
    OTHER_ITEMS(Kind.LIST, "the same for items listed for information, outside the total"),
    HAS_OTHER_ITEMS(Kind.FLAG, "there are items listed for information"),
    NUMBER(Kind.ITEM, "the document's number as the debtor knows it"),
    TYPE(Kind.ITEM, "invoice, credit note and so on"),
    INSTALMENT(Kind.ITEM, "which instalment, when it is not the first"),
    ISSUE_DATE(Kind.ITEM, "the document's date"),
    DUE_DATE(Kind.ITEM, "the day it is or was due"),
    ORIGINAL_AMOUNT(Kind.ITEM, "the item's first amount"),
    PAID_AMOUNT(Kind.ITEM, "what has been settled of it"),
    OPEN_AMOUNT(Kind.ITEM, "what is still open"),
    DAYS_OVERDUE(Kind.ITEM, "full days since the due date, when it is past"),
    STATUS(Kind.ITEM, "due soon, overdue, not yet due, credit, disputed"),
    ITEM_REFERENCE(Kind.ITEM, "the item's own payment reference, when it is not simply its number"),

    CHARGES(Kind.LIST, "repeats what it encloses for every charge; Number and Instalment tell its item"),
    CHARGE_KIND(Kind.ITEM, "interest, compensation or fee"),
    CHARGE_FROM(Kind.ITEM, "the first day that interest is charged for"),
    CHARGE_UNTIL(Kind.ITEM, "the last such day"),
    CHARGE_RATE(Kind.ITEM, "its rate a year, several when it changed"),
    CHARGE_AMOUNT(Kind.ITEM, "what is to be paid of the charge"),

    BODY(Kind.LAYOUT, "the template's body"),
    TITLE(Kind.LAYOUT, "the template's title"),
    LANGUAGE(Kind.LAYOUT, "the language's code"),
    PAGE_STYLE(Kind.LAYOUT, "what printed pages share: layout/page.css"),
    ADDRESS_LINES(Kind.PAGE_LIST, "repeats what it encloses for every line of the address"),
    SENDER_LINES(Kind.PAGE_LIST, "the same for every line of the sender's address"),
    LINE(Kind.PAGE_ITEM, "one such line"),
    ADDRESS_STYLE(Kind.LAYOUT, "where the window shows the address, as CSS"),
    SENDER_STYLE(Kind.LAYOUT, "where the sender stands, opposite the window, as CSS"),
    HEAD_HEIGHT(Kind.LAYOUT, "the height of all that stands above the text"),
    SECTIONS(Kind.PAGE_LIST, "repeats what it encloses for overdue items, items not yet due, and credits"),
    SECTION_TITLE(Kind.PAGE_ITEM, "the section's name"),
    SECTION_TOTAL(Kind.PAGE_ITEM, "the section's total"),
    AGEING(Kind.PAGE_LIST, "repeats what it encloses for every span of days overdue"),
    BUCKET_NAME(Kind.PAGE_ITEM, "the span's name"),
    BUCKET_AMOUNT(Kind.PAGE_ITEM, "what is open in it");

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

    Variable(Kind kind, String meaning) {
        this.tag = Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        this.kind = kind;
        this.meaning = meaning;
    }

    /** The name as templates write it, such as CustomerName. */
    public String tag() {
        return tag;
    }

    /** For the table of variables. */
    public String meaning() {
        return meaning;
    }

    Kind kind() {
        return kind;
    }

    /** The variable of that name, or null. */
    static Variable named(String tag) {
        return BY_NAME.get(tag);
    }
}
