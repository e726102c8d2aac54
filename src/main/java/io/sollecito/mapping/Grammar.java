package io.sollecito.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    static final String DELIVERS_ABOUT =
            "snapshot: all that is open; delta: what changed, closed items too; either: the route says which";

    static final Shape MAPPING = Shape.shape("mapping")
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

    private static final Map<String, Shape> SHAPES = new LinkedHashMap<>();

    static {
        Stream.of(List.of(MAPPING), SourceShapes.all(), HeadShapes.all(), RecordShapes.all(), ValueShapes.all())
                .flatMap(List::stream)
                .forEach(shape -> SHAPES.put(shape.name(), shape));
    }

    private Grammar() {}

    /** Every shape by its name. */
    static Map<String, Shape> shapes() {
        return SHAPES;
    }
}
