package io.sollecito.mapping;

import static io.sollecito.mapping.Grammar.DELIVERS;
import static io.sollecito.mapping.Grammar.DELIVERS_ABOUT;
import static io.sollecito.mapping.Grammar.FLAG;
import static io.sollecito.mapping.Grammar.NUMBER;
import static io.sollecito.mapping.Grammar.TEXT;
import static io.sollecito.mapping.Shape.shape;

import io.sollecito.mapping.Shape.Builder;
import io.sollecito.mapping.Shape.Key;
import java.util.List;

/** What is made of records, kind by kind. */
final class RecordShapes {

    static final Shape GROUP = shape("group")
            .required("by", "texts*", "Columns whose values the group's records share")
            .key("sorted", FLAG, "They follow each other: memory does not grow with the file")
            .key("make", TEXT, "one record together, or each its own that knows the others")
            .key("lead", "test", "Which of them gives what is not summed; the first unless given")
            .key("equal", "texts*", "Columns that must hold the same in all of them")
            .done();

    static final Shape RECORD = shape("record")
            .required("kind", "=kind", "")
            .key("file", TEXT, "Which file names it takes: * and ?")
            .key("query", TEXT, "SQL with :watermark, :company and ${company}")
            .key("each", TEXT, "In XML and JSON, the path from the source's record to this one's")
            .key("cells", NUMBER + "*", "How many cells its lines have, in files whose sections differ in that")
            .key("group", "group", "Which records belong together")
            .key("when", TEXT, "CEL over row")
            .key("filter", "{test}", "Named reasons not to take a record")
            .done();

    static final Shape OPEN_ITEM = record("openItem")
            .key("delivers", DELIVERS, DELIVERS_ABOUT)
            .key("itemKey", "value", "Identifies the item in its source")
            .required("debtor", "value", "The debtor's number")
            .required("documentNo", "value", "The document's number in the source")
            .key("printedNo", "value", "The number that the customer sees")
            .key("instalment", "value", "From 1")
            .required("type", "value", "INVOICE, CREDIT_NOTE, DEBIT_NOTE, ADVANCE, PAYMENT_ON_ACCOUNT or OTHER")
            .key("issueDate", "date", "")
            .key("dueDate", "date", "")
            .key("dueDateOrigin", "value", "SOURCE or COMPUTED; what dueDate says unless given")
            .required("openAmount", "amount", "What is still owed; debit is positive")
            .key("originalAmount", "amount", "The open amount unless given")
            .key("paymentReference", "value", "")
            .key("paymentMeans", "value", "")
            .key("inCollection", "value", "true when a RiBa or direct debit is presented")
            .key("discount", "discount", "")
            .key("withheld", "withheld*", "")
            .key("precedingDocuments", "element*", "")
            .key("replaces", "value", "The key of the item whose rest this one continues")
            .key("holds", "element*", "Reasons not to remind")
            .key("dunningLevel", "value", "How often the ERP itself has reminded; 0: never")
            .key("dunnedOn", "date", "The day on which it did so last")
            .key("payTo", "payTo", "Whom it is paid to instead of the creditor, such as the factor it was assigned to")
            .done();

    static final Shape OPEN_ITEM_KEYS = record("openItemKeys")
            .key("itemKey", "value", "As the open items have it; without it the fields below together")
            .key("debtor", "value", "")
            .key("documentNo", "value", "")
            .key("instalment", "value", "From 1")
            .key("type", "value", "As the open items have it")
            .key("issueDate", "date", "")
            .done();

    static final Shape DEBTOR = record("debtor")
            .key("delivers", DELIVERS, DELIVERS_ABOUT)
            .required("debtor", "value", "The debtor's number")
            .required("name", "value", "")
            .key("class", "value", "business, consumer or public")
            .key("vatId", "value", "")
            .key("language", "value", "ISO 639-1")
            .key("country", "value", "ISO 3166; the address's unless given")
            .key("address", "address", "")
            .key("bankAccounts", "element*", "")
            .key("payer", "value", "The debtor that pays for this one")
            .key("tags", "element*", "")
            .key("contacts", "contact*", "")
            .done();

    static final Shape CREDITOR = record("creditor")
            .required("creditor", "value", "The company's code in the source")
            .required("name", "value", "")
            .key("country", "value", "ISO 3166")
            .key("zone", "value", "IANA time zone")
            .key("baseCurrency", "value", "ISO 4217")
            .done();

    static final Shape STATEMENT = record("statement")
            .key("account", "value", "The IBAN, else the account number; without it, the connection says it")
            .key("statementId", "value", "")
            .required("bookingDate", "date", "")
            .key("valueDate", "date", "")
            .required("amount", "amount", "Money in is positive")
            .key("balance", "amount", "Of the account after the entry")
            .key("reversal", "value", "true or false")
            .key("bankReference", "value", "")
            .key("endToEndId", "value", "")
            .key("creditorReference", "value", "")
            .key("remittance", "value", "")
            .key("counterpartyName", "value", "")
            .key("counterpartyIban", "value", "")
            .key("returnReason", "value", "")
            .key("transactionCode", "value", "The bank's code of its kind")
            .key("charges", "amount", "Kept back by banks; with or without sign")
            .key("originalAmount", "amount", "As instructed, before exchange and charges")
            .done();

    static final Shape REMITTANCE_ADVICE = record("remittanceAdvice")
            .required("advice", "value", "The advice's number, or the payment's reference")
            .key("debtor", "value", "")
            .key("payer", "value", "The name of who pays")
            .key("paid", "date", "")
            .required("documentNo", "value", "As the debtor names the document")
            .required("amount", "amount", "What is paid of it")
            .key("discount", "amount", "What is taken off as discount")
            .done();

    static final Shape DISCOUNT = shape("discount")
            .required("until", "date", "")
            .required("amount", "amount", "")
            .done();

    static final Shape WITHHELD = shape("withheld")
            .required("reason", "value", "")
            .required("amount", "amount", "")
            .key("until", "date", "")
            .done();

    static final Shape PAY_TO = shape("payTo")
            .required("name", "value", "As the account's bank knows it")
            .required("iban", "value", "Without one, the item is paid to the creditor")
            .key("bic", "value", "")
            .done();

    static final Shape ADDRESS = shape("address")
            .key("lines", "element*", "")
            .key("postCode", "value", "")
            .key("city", "value", "")
            .key("country", "value", "ISO 3166")
            .done();

    static final Shape CONTACT = shape("contact")
            .key("role", "value", "")
            .key("name", "value", "")
            .key("email", "value", "")
            .key("phone", "value", "")
            .done();

    private RecordShapes() {}

    static List<Shape> all() {
        return List.of(
                GROUP,
                OPEN_ITEM,
                OPEN_ITEM_KEYS,
                DEBTOR,
                CREDITOR,
                STATEMENT,
                REMITTANCE_ADVICE,
                DISCOUNT,
                WITHHELD,
                PAY_TO,
                ADDRESS,
                CONTACT);
    }

    private static Builder record(String kind) {
        Builder builder = shape(kind);
        for (Key key : RECORD.keys()) {
            builder.add(key.name().equals("kind") ? new Key("kind", "=" + kind, "", true) : key);
        }
        return builder;
    }
}
