package io.sollecito.mapping;

import static io.sollecito.mapping.Grammar.CHARACTER;
import static io.sollecito.mapping.Grammar.FLAG;
import static io.sollecito.mapping.Grammar.NUMBER;
import static io.sollecito.mapping.Grammar.TEXT;
import static io.sollecito.mapping.Grammar.TEXTS;
import static io.sollecito.mapping.Shape.shape;

import io.sollecito.mapping.Shape.Builder;
import java.util.List;

/** Where a value comes from and what is done with it. */
final class ValueShapes {

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

    private ValueShapes() {}

    static List<Shape> all() {
        return List.of(
                FILTER, VALUE, ELEMENT, PART, DATE, COMPUTE, AMOUNT, COUNT, PERCENT, SIGN, PAD, UNPAD, SUBSTRING);
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
}
