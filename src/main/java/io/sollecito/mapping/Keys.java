package io.sollecito.mapping;

import io.sollecito.mapping.Shape.Key;
import java.util.List;
import java.util.stream.Stream;

/** The keys that are allowed where, as {@link Grammar} has them. */
final class Keys {

    static final List<String> MAPPING = Grammar.MAPPING.names();
    static final List<String> CSV = SourceShapes.CSV.names();
    static final List<String> LIST = SourceShapes.LIST.names();
    static final List<String> FIXED = SourceShapes.FIXED.names();
    static final List<String> XLSX = SourceShapes.XLSX.names();
    static final List<String> XML = SourceShapes.XML.names();
    static final List<String> JSON = SourceShapes.JSON.names();
    static final List<String> SQL = SourceShapes.SQL.names();
    static final List<String> FIELD = SourceShapes.FIELD.names();
    static final List<String> VARIABLE = SourceShapes.VARIABLE.names();
    static final List<String> AS_OF = SourceShapes.AS_OF.names();
    static final List<String> NUMBERS = HeadShapes.NUMBERS.names();
    static final List<String> DATES = HeadShapes.DATES.names();
    static final List<String> CONTEXT = HeadShapes.CONTEXT.names();
    static final List<String> TOTAL = HeadShapes.TOTAL.names();
    static final List<String> JOIN = HeadShapes.JOIN.names();
    static final List<String> GROUP = RecordShapes.GROUP.names();
    static final List<String> OPEN_ITEM = RecordShapes.OPEN_ITEM.names();
    static final List<String> OPEN_ITEM_KEYS = RecordShapes.OPEN_ITEM_KEYS.names();
    static final List<String> DEBTOR = RecordShapes.DEBTOR.names();
    static final List<String> CREDITOR = RecordShapes.CREDITOR.names();
    static final List<String> STATEMENT = RecordShapes.STATEMENT.names();
    static final List<String> REMITTANCE_ADVICE = RecordShapes.REMITTANCE_ADVICE.names();
    static final List<String> DISCOUNT = RecordShapes.DISCOUNT.names();
    static final List<String> WITHHELD = RecordShapes.WITHHELD.names();
    static final List<String> PAY_TO = RecordShapes.PAY_TO.names();
    static final List<String> ADDRESS = RecordShapes.ADDRESS.names();
    static final List<String> CONTACT = RecordShapes.CONTACT.names();
    static final List<String> FILTER = ValueShapes.FILTER.names();
    static final List<String> TEXT = ValueShapes.VALUE.names();
    static final List<String> ELEMENT = ValueShapes.ELEMENT.names();
    static final List<String> PART = ValueShapes.PART.names();
    static final List<String> DATE = ValueShapes.DATE.names();
    static final List<String> COMPUTE = ValueShapes.COMPUTE.names();
    static final List<String> AMOUNT = ValueShapes.AMOUNT.names();
    static final List<String> NUMBER = ValueShapes.COUNT.names();
    static final List<String> PERCENT = ValueShapes.PERCENT.names();
    static final List<String> SIGN = ValueShapes.SIGN.names();
    static final List<String> PAD = ValueShapes.PAD.names();
    static final List<String> UNPAD = ValueShapes.UNPAD.names();
    static final List<String> SUBSTRING = ValueShapes.SUBSTRING.names();

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
                        RecordShapes.OPEN_ITEM,
                        RecordShapes.DEBTOR,
                        RecordShapes.CREDITOR,
                        RecordShapes.STATEMENT,
                        RecordShapes.REMITTANCE_ADVICE)
                .flatMap(shape -> shape.keys().stream())
                .filter(key -> key.type().equals(type))
                .map(Key::name)
                .distinct()
                .toList();
    }
}
