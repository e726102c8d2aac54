package io.sollecito.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every key of a mapping file, what stands there and what it means. The loader's checks, the published JSON Schema and the
 * list of allowed keys in problems all come from here.
 */
final class Grammar {

    /** What may stand at a key; other words name a shape, and {@code X*} one or several of it. */
    static final String TEXT = "text";

    static final String TEXTS = "texts";
    static final String FLAG = "flag";
    static final String CHARACTER = "character";
    /** A whole number that the mapping gives. */
    static final String NUMBER = "whole";
    /** snapshot, delta or either. */
    static final String DELIVERS = "delivers";

    private static final String DELIVERS_ABOUT =
            "snapshot: all that is open; delta: what changed, closed items too; either: the route says which";

    /** @param type what may stand there; several, separated by {@code |} */
    record Key(String name, String type, String about, boolean required) {}

    /** A map with these keys and no others. */
    record Shape(String name, List<Key> keys) {

        List<String> names() {
            return keys.stream().map(Key::name).toList();
        }
    }

    private static final Map<String, Shape> SHAPES = new LinkedHashMap<>();

    static final Shape MAPPING = shape("mapping")
            .required("source", "csv|fixed|list|xlsx|xml|json|sql", "How the files are written")
            .key("delivers", DELIVERS, DELIVERS_ABOUT)
            .key("numbers", "numbers", "How numbers are written")
            .key("dates", "texts|dates", "Patterns such as dd.MM.yyyy, tried in order")
            .key("context", "context*", "Records that say something about those after them")
            .key("totals", "total*", "Records that say what others add up to")
            .key("joins", "{join}", "Other files without which the records are not complete")
            .required(
                    "records",
                    "openItem*|openItemKeys*|debtor*|creditor*|statement*|remittanceAdvice*",
                    "What is made of the records")
            .done();

    static final Shape CSV = textFile("csv")
            .key("separator", TEXTS, "Between cells; ; unless given; of several the one that the header has most")
            .key("quote", TEXT, "One character, or none")
            .key("header", "flag|texts", "true, find, or the columns' names when the files have no header line")
            .done();
    static final Shape LIST = textFile("list")
            .key("frame", CHARACTER, "The character around and between cells; | unless given")
            .key("header", "flag|texts", "true, find, or the columns' names")
            .done();
    static final Shape FIXED = textFile("fixed")
            .required("fields", "{field}", "Where each field stands")
            .key("lineLength", NUMBER, "How long every line is")
            .done();
    static final Shape XLSX = tableFile("xlsx")
            .key("sheet", TEXT, "The sheet's name; the first visible one unless given")
            .key("header", "flag|texts", "true, find, or the columns' names")
            .done();
    static final Shape XML = shape("xml")
            .required("format", "=xml", "")
            .key("record", TEXT, "The path of the part that is held in memory; the document's element unless given")
            .key("namespaces", "{text}", "The URI of each prefix that paths use")
            .key("embedded", TEXTS, "Files may be PDFs that carry the document as an embedded file of such a name")
            .key("asOf", "asOf", "What moment the facts are of")
            .done();
    static final Shape JSON = shape("json")
            .required("format", "=json", "")
            .key("record", TEXT, "The path of the part that is held in memory; each value unless given")
            .key("asOf", "asOf", "What moment the facts are of")
            .done();
    static final Shape SQL = shape("sql")
            .required("format", "=sql", "")
            .key("watermark", TEXT, "The column whose greatest value is the next poll's :watermark")
            .done();

    static final Shape FIELD = shape("field")
            .required("start", NUMBER, "From 1")
            .key("length", NUMBER, "To the end of the line unless given")
            .done();
    static final Shape VARIABLE = shape("variable")
            .required("name", TEXT, "Fields ask for it as $name")
            .key("line", NUMBER, "Physical, from 1; the first of 100 that 'extract' reads unless given")
            .key("cell", NUMBER, "From 1; the whole line unless given")
            .key("extract", TEXT, "RE2 for the whole text; its group is the value")
            .key("is", TEXTS, "What it must be, else the file is refused")
            .done();
    static final Shape AS_OF = shape("asOf")
            .key("fileName", TEXT, "RE2 with one group")
            .key("column", TEXT, "A $name of variables or context; in XML and JSON a path from the document")
            .key("pattern", TEXT, "How it is written; iso in the content unless given")
            .done();
    static final Shape NUMBERS = shape("numbers")
            .key("decimal", CHARACTER, "The point unless given")
            .key("grouping", TEXT, "Between thousands; none unless given")
            .key("trailingMinus", FLAG, "119,00- is negative")
            .key("extraZeros", FLAG, "Zeros beyond the currency's decimals are allowed: 1190.0000")
            .key("parentheses", FLAG, "(119.00) is negative")
            .key("symbols", TEXTS, "Texts around a number that mean nothing: €, USD")
            .key("scale", NUMBER, "So many last digits are decimals: 119000 is 1190.00")
            .done();
    static final Shape DATES = shape("dates")
            .required("patterns", TEXTS, "Tried in order; also CYYDDD, iso, epoch-millis, excel-serial")
            .key("none", TEXTS, "Dates (yyyy-MM-dd) and texts that mean none: 1753-01-01, 00000000")
            .key("language", TEXT, "Of the months' names; en unless given")
            .done();
    static final Shape CONTEXT = shape("context")
            .required("name", TEXT, "Under which such records are counted")
            .required("when", "test", "Which records")
            .key("set", "{value}", "What each $name is from here on")
            .key("clear", TEXTS, "Names that have no value from here on")
            .done();
    static final Shape TOTAL = shape("total")
            .required("name", TEXT, "Under which such records are counted")
            .required("when", "test", "Which records")
            .key("amount", "texts|number", "The sum that it states")
            .key("sum", "texts|number", "What of each record is added up")
            .key("count", "texts|number", "The number of records that it states")
            .key("currency", "texts|value", "The column of the currency: each has a total of its own")
            .key("per", TEXT, "file, or section: since the total before")
            .key("required", FLAG, "Whether a file without it is cut off; true unless given")
            .done();
    static final Shape JOIN = shape("join")
            .required("file", TEXT, "Which file: * and ?")
            .key(
                    "together",
                    TEXT,
                    "RE2 with one group that is the same text in both names; else the newest file counts")
            .key("source", "csv|fixed|list|xlsx", "How it is written; as the source unless given")
            .required("key", TEXTS, "The columns by which its rows are found")
            .required("on", TEXTS, "The columns of the record that hold the key")
            .key("otherwise", TEXT, "quarantine a record whose key is not found, or null")
            .done();
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
            .required("account", "value", "The IBAN, else the account number")
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

    static final Shape FILTER = shape("filter")
            .required("column", TEXTS, "")
            .key("blank", FLAG, "It is (or is not) blank")
            .key("in", TEXTS, "It holds one of these; \"\" for blank")
            .key("notIn", TEXTS, "It holds none of these")
            .key("matches", TEXT, "RE2 for the whole cell")
            .key("notMatches", TEXT, "")
            .key("zero", FLAG, "It holds a number that is (or is not) zero")
            .key("optional", FLAG, "The column may be missing; the test does not hold then")
            .done();

    static final Shape VALUE = text("value").done();
    static final Shape ELEMENT =
            text("element").key("split", CHARACTER, "Makes several of one cell").done();
    static final Shape PART = shape("part")
            .required("column", TEXTS, "")
            .key("optional", FLAG, "")
            .done();
    static final Shape DATE = from("date")
            .key("compute", "compute", "A due date by terms of payment")
            .key("pad", "pad", "501 becomes 0501")
            .key("pattern", TEXTS, "When it is written differently from the mapping's 'dates'")
            .key("yearFrom", "texts|date", "The day from which on a date without a year is looked for")
            .key("default", TEXT, "In place of a blank cell, yyyy-MM-dd")
            .done();
    static final Shape COMPUTE = shape("compute")
            .required("from", "texts|date", "The base date; of several columns the first that is not blank")
            .key("days", "texts|number*", "Of several the first that is not zero")
            .key("months", "texts|number", "Added before the days")
            .key("endOfMonth", "flag|test", "true, before (the days count from the month's end), or a test")
            .key("fixedDay", "texts|number", "The due date is the next such day of a month")
            .key("excludedMonths", TEXTS, "Months in which nothing falls due: 8, 12")
            .key("instead", NUMBER, "The day of the month after an excluded one; the same unless given")
            .done();
    static final Shape AMOUNT = from("amount")
            .key("plus", "text|number*", "Columns that are added up")
            .key("minus", "text|number*", "Columns that are taken away")
            .key("debit", "texts|number", "The column of debits, beside 'credit'")
            .key("credit", "texts|number", "")
            .key("numbers", "numbers", "When it is written differently from the mapping's 'numbers'")
            .key("currency", "texts|value", "The column of its currency, or {constant: EUR}")
            .key("sign", "sign", "What says which amounts are negative")
            .key("negate", FLAG, "The source counts the other way round")
            .key("sum", "=group", "The amounts of the whole group are added up")
            .key("where", "test", "Of which records of the group")
            .key("percent", "texts|percent", "So many per cent of it")
            .key("default", TEXT, "In place of a blank cell")
            .done();
    static final Shape COUNT = shape("number")
            .key("column", TEXTS, "")
            .key("cel", TEXT, "")
            .key("constant", TEXT, "")
            .key("plus", "text|number*", "")
            .key("minus", "text|number*", "")
            .key("debit", "texts|number", "")
            .key("credit", "texts|number", "")
            .key("optional", FLAG, "")
            .key("several", TEXT, "first, last or sum")
            .key("none", TEXTS, "")
            .key("extract", TEXT, "")
            .key("numbers", "numbers", "")
            .key("sign", "sign", "")
            .done();
    static final Shape PERCENT = shape("percent")
            .required("column", "texts", "")
            .key("rest", TEXTS, "Percentages that mean what the others of the group leave; blank always does")
            .done();
    static final Shape SIGN = shape("sign")
            .key("column", TEXTS, "The column of the indicator")
            .key("suffix", FLAG, "The indicator stands behind the number")
            .key("type", FLAG, "The document's type is the indicator")
            .required("negative", TEXTS, "")
            .key("positive", TEXTS, "Then any other indicator is quarantined")
            .done();
    static final Shape PAD = shape("pad")
            .key("left", CHARACTER, "")
            .key("right", CHARACTER, "")
            .required("to", NUMBER, "The length to reach")
            .done();
    static final Shape UNPAD = shape("unpad")
            .key("left", CHARACTER, "")
            .key("right", CHARACTER, "")
            .done();
    static final Shape SUBSTRING = shape("substring")
            .key("from", NUMBER, "From 1")
            .key("length", NUMBER, "")
            .done();

    private Grammar() {}

    /** Every shape by its name. */
    static Map<String, Shape> shapes() {
        return SHAPES;
    }

    private static Builder tableFile(String format) {
        return shape(format)
                .required("format", "=" + format, "")
                .key("skipLines", NUMBER, "Lines before the header")
                .key("variables", "variable*", "Values that stand once, before the records")
                .key("fillDown", TEXTS, "Columns whose blank cells repeat what stood there before")
                .key("asOf", "asOf", "What moment the facts are of");
    }

    private static Builder textFile(String format) {
        return tableFile(format).key("charset", TEXTS, "Tried strictly, in order; utf-8 unless given");
    }

    private static Builder record(String kind) {
        Builder builder = shape(kind);
        for (Key key : RECORD.keys()) {
            builder.keys.add(key.name().equals("kind") ? new Key("kind", "=" + kind, "", true) : key);
        }
        return builder;
    }

    private static Builder from(String name) {
        return shape(name)
                .key("column", TEXTS, "The cell of that column; of several names the first that is there")
                .key("constant", TEXT, "Always the same")
                .key("same", TEXT, "What another field of this record has")
                .key("first", name + "Alternative*", "The first that is not blank; each may have 'when'")
                .key("cel", TEXT, "A CEL expression over row that makes a text")
                .key("optional", FLAG, "The column may be missing")
                .key(
                        "several",
                        TEXT,
                        "Which of several different values in XML and JSON: first, last (sum for amounts)")
                .key("none", TEXTS, "Cells that mean nothing")
                .key("extract", TEXT, "RE2 for the whole text; its group is taken");
    }

    private static Builder text(String name) {
        return from(name)
                .key("concat", "text|part*", "Put together")
                .key("substring", "substring", "")
                .key("remove", TEXT, "Characters that are left out")
                .key("case", TEXT, "upper or lower")
                .key("unpad", "unpad", "")
                .key("pad", "pad", "")
                .key("map", "{text}", "The source's values to ours")
                .key("table", TEXT, "A file with such a map, below the mapping's folder")
                .key(
                        "otherwise",
                        TEXT,
                        "What a text becomes that map or extract does not know: quarantine, null or a value")
                .key("default", TEXT, "In place of a blank cell");
    }

    private static Builder shape(String name) {
        return new Builder(name);
    }

    private static final class Builder {

        private final String name;
        private final List<Key> keys = new ArrayList<>();

        Builder(String name) {
            this.name = name;
        }

        Builder key(String key, String type, String about) {
            keys.add(new Key(key, type, about, false));
            return this;
        }

        Builder required(String key, String type, String about) {
            keys.add(new Key(key, type, about, true));
            return this;
        }

        Shape done() {
            Shape shape = new Shape(name, List.copyOf(keys));
            SHAPES.put(name, shape);
            return shape;
        }
    }
}
