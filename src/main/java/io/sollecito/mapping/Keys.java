package io.sollecito.mapping;

import io.sollecito.mapping.Grammar.Key;
import io.sollecito.mapping.Grammar.Shape;
import java.util.List;
import java.util.stream.Stream;

/** The keys that are allowed where, as {@link Grammar} has them. */
final class Keys {

    static final List<String> MAPPING = Grammar.MAPPING.names();
    static final List<String> CSV = Grammar.CSV.names();
    static final List<String> LIST = Grammar.LIST.names();
    static final List<String> FIXED = Grammar.FIXED.names();
    static final List<String> XLSX = Grammar.XLSX.names();
    static final List<String> XML = Grammar.XML.names();
    static final List<String> JSON = Grammar.JSON.names();
    static final List<String> SQL = Grammar.SQL.names();
    static final List<String> FIELD = Grammar.FIELD.names();
    static final List<String> VARIABLE = Grammar.VARIABLE.names();
    static final List<String> AS_OF = Grammar.AS_OF.names();
    static final List<String> NUMBERS = Grammar.NUMBERS.names();
    static final List<String> DATES = Grammar.DATES.names();
    static final List<String> CONTEXT = Grammar.CONTEXT.names();
    static final List<String> TOTAL = Grammar.TOTAL.names();
    static final List<String> JOIN = Grammar.JOIN.names();
    static final List<String> GROUP = Grammar.GROUP.names();
    static final List<String> OPEN_ITEM = Grammar.OPEN_ITEM.names();
    static final List<String> OPEN_ITEM_KEYS = Grammar.OPEN_ITEM_KEYS.names();
    static final List<String> DEBTOR = Grammar.DEBTOR.names();
    static final List<String> CREDITOR = Grammar.CREDITOR.names();
    static final List<String> STATEMENT = Grammar.STATEMENT.names();
    static final List<String> REMITTANCE_ADVICE = Grammar.REMITTANCE_ADVICE.names();
    static final List<String> DISCOUNT = Grammar.DISCOUNT.names();
    static final List<String> WITHHELD = Grammar.WITHHELD.names();
    static final List<String> ADDRESS = Grammar.ADDRESS.names();
    static final List<String> CONTACT = Grammar.CONTACT.names();
    static final List<String> FILTER = Grammar.FILTER.names();
    static final List<String> TEXT = Grammar.VALUE.names();
    static final List<String> ELEMENT = Grammar.ELEMENT.names();
    static final List<String> PART = Grammar.PART.names();
    static final List<String> DATE = Grammar.DATE.names();
    static final List<String> COMPUTE = Grammar.COMPUTE.names();
    static final List<String> AMOUNT = Grammar.AMOUNT.names();
    static final List<String> NUMBER = Grammar.COUNT.names();
    static final List<String> PERCENT = Grammar.PERCENT.names();
    static final List<String> SIGN = Grammar.SIGN.names();
    static final List<String> PAD = Grammar.PAD.names();
    static final List<String> UNPAD = Grammar.UNPAD.names();
    static final List<String> SUBSTRING = Grammar.SUBSTRING.names();

    /** Fields of records, by what stands there; {@code same} may name another of its kind. */
    static final List<String> TEXT_FIELDS = fields("value");

    static final List<String> DATE_FIELDS = fields("date");
    static final List<String> AMOUNT_FIELDS = fields("amount");

    private Keys() {}

    static List<String> with(List<String> keys, String another) {
        return Stream.concat(keys.stream(), Stream.of(another)).toList();
    }

    /** Those of the fields that records of a kind have with a value of that sort. */
    static List<String> ofKind(String kind, List<String> fields) {
        Shape shape = Grammar.shapes().get(kind);
        return shape == null
                ? fields
                : shape.keys().stream()
                        .filter(key -> List.of("value", "date", "amount").contains(key.type()))
                        .map(Key::name)
                        .filter(fields::contains)
                        .toList();
    }

    private static List<String> fields(String type) {
        return Stream.of(
                        Grammar.OPEN_ITEM,
                        Grammar.DEBTOR,
                        Grammar.CREDITOR,
                        Grammar.STATEMENT,
                        Grammar.REMITTANCE_ADVICE)
                .flatMap(shape -> shape.keys().stream())
                .filter(key -> key.type().equals(type))
                .map(Key::name)
                .distinct()
                .toList();
    }
}
