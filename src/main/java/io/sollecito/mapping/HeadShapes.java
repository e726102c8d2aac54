package io.sollecito.mapping;

import static io.sollecito.mapping.Grammar.CHARACTER;
import static io.sollecito.mapping.Grammar.FLAG;
import static io.sollecito.mapping.Grammar.NUMBER;
import static io.sollecito.mapping.Grammar.TEXT;
import static io.sollecito.mapping.Grammar.TEXTS;
import static io.sollecito.mapping.Shape.shape;

import java.util.List;

/** What stands in a mapping before its records. */
final class HeadShapes {

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
            .key(
                    "control",
                    FLAG,
                    "Whether it is a sum of all open amounts, which the ledger's must equal; false unless given")
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

    private HeadShapes() {}

    static List<Shape> all() {
        return List.of(NUMBERS, DATES, CONTEXT, TOTAL, JOIN);
    }
}
