package io.sollecito.mapping;

import java.util.List;
import java.util.stream.Stream;

/** Every key of a mapping file, in the order in which {@code mapping.schema.json} and problems list them. */
final class Keys {

    static final List<String> MAPPING = List.of("source", "numbers", "dates", "records");
    static final List<String> CSV_SOURCE =
            List.of("format", "charset", "separator", "quote", "header", "skipLines", "asOf");
    static final List<String> SQL_SOURCE = List.of("format", "watermark");
    static final List<String> AS_OF = List.of("fileName", "pattern");
    static final List<String> NUMBERS = List.of("decimal", "grouping", "trailingMinus", "extraZeros");

    static final List<String> RECORD = List.of("kind", "file", "query", "when", "filter");
    static final List<String> OPEN_ITEM_FIELDS = List.of(
            "itemKey",
            "debtor",
            "documentNo",
            "printedNo",
            "instalment",
            "type",
            "issueDate",
            "dueDate",
            "dueDateOrigin",
            "openAmount",
            "originalAmount",
            "paymentReference",
            "paymentMeans",
            "inCollection",
            "discount",
            "withheld",
            "precedingDocuments",
            "replaces",
            "holds");
    static final List<String> DEBTOR_FIELDS = List.of(
            "debtor",
            "name",
            "class",
            "vatId",
            "language",
            "country",
            "address",
            "bankAccounts",
            "payer",
            "tags",
            "contacts");
    static final List<String> DATE_FIELDS = List.of("issueDate", "dueDate");
    static final List<String> AMOUNT_FIELDS = List.of("openAmount", "originalAmount");
    static final List<String> TEXT_FIELDS = List.of(
            "itemKey",
            "debtor",
            "documentNo",
            "printedNo",
            "instalment",
            "type",
            "dueDateOrigin",
            "paymentReference",
            "paymentMeans",
            "inCollection",
            "replaces",
            "name",
            "class",
            "vatId",
            "language",
            "country",
            "payer");
    static final List<String> OPEN_ITEM = joined(RECORD, OPEN_ITEM_FIELDS);
    static final List<String> DEBTOR = joined(RECORD, DEBTOR_FIELDS);
    static final List<String> DISCOUNT = List.of("until", "amount");
    static final List<String> WITHHELD = List.of("reason", "amount", "until");
    static final List<String> ADDRESS = List.of("lines", "postCode", "city", "country");
    static final List<String> CONTACT = List.of("role", "name", "email", "phone");

    static final List<String> FILTER = List.of("column", "blank", "in", "notIn", "matches", "notMatches");
    static final List<String> TEXT = List.of(
            "column",
            "constant",
            "concat",
            "same",
            "optional",
            "none",
            "extract",
            "unpad",
            "pad",
            "map",
            "otherwise",
            "default");
    static final List<String> ELEMENT = joined(TEXT, List.of("split"));
    static final List<String> PART = List.of("column", "optional");
    static final List<String> DATE =
            List.of("column", "constant", "same", "optional", "none", "extract", "pattern", "default");
    static final List<String> AMOUNT =
            List.of("column", "constant", "same", "optional", "none", "currency", "sign", "negate", "default");
    static final List<String> SIGN = List.of("column", "negative", "positive");
    static final List<String> PAD = List.of("left", "right", "to");
    static final List<String> UNPAD = List.of("left", "right");

    private Keys() {}

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
