package io.sollecito.mapping;

import static io.sollecito.mapping.Grammar.CHARACTER;
import static io.sollecito.mapping.Grammar.NUMBER;
import static io.sollecito.mapping.Grammar.TEXT;
import static io.sollecito.mapping.Grammar.TEXTS;
import static io.sollecito.mapping.Shape.shape;

import io.sollecito.mapping.Shape.Builder;
import java.util.List;

/** How files and databases are written. */
final class SourceShapes {

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

    private SourceShapes() {}

    static List<Shape> all() {
        return List.of(CSV, LIST, FIXED, XLSX, XML, JSON, SQL, FIELD, VARIABLE, AS_OF);
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
}
