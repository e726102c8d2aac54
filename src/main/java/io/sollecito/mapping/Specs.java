package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** What all fields of one record set have in common: where a value comes from, and which cell that is. */
final class Specs {

    private static final List<String> SOURCES = List.of(
            "column", "constant", "concat", "same", "first", "cel", "compute", "plus", "minus", "debit", "credit");

    /** Keys that say together where a value comes from. */
    private static final List<List<String>> PAIRS = List.of(List.of("plus", "minus"), List.of("debit", "credit"));

    private final Loading loading;
    private final Columns columns;
    private final YamlNode record;
    private final Names names;

    Specs(Loading loading, Columns columns, YamlNode record, Names names) {
        this.names = names;
        this.loading = loading;
        this.columns = columns;
        this.record = record;
    }

    /** What a field is specified by, after following {@code same}; null when it is missing or wrong. */
    YamlNode of(YamlNode node, String path, List<String> keys, List<String> fieldsOfKind) {
        YamlNode spec = followed(node, fieldsOfKind);
        return spec != null && isSpec(spec, path, keys) ? spec : null;
    }

    boolean isSpec(YamlNode node, String path, List<String> keys) {
        List<String> sources = SOURCES.stream().filter(keys::contains).toList();
        List<Problem> unknown = node.isMap() ? node.unknownKeys(keys) : List.of();
        loading.problems().addAll(unknown);
        List<String> given =
                sources.stream().filter(key -> node.get(key) != null).toList();
        if (given.isEmpty() && !unknown.isEmpty()) {
            return false;
        }
        if (given.size() != 1 && !PAIRS.contains(given)) {
            loading.problem(
                    node,
                    "'" + path + "' does not say where its value comes from",
                    "Give it exactly one of " + String.join(", ", sources) + ", such as {column: NAME}.");
            return false;
        }
        if (isTrue(node.get("optional")) && node.get("default") != null) {
            loading.problem(
                    node.get("default"),
                    "a default never stands in for a missing column",
                    "Remove default or optional.");
        }
        loading.flag(node, "optional");
        return node.get("column") == null || !loading.texts(node, "column").isEmpty();
    }

    /** The place of a specified value: its first column. */
    Place place(String path, YamlNode spec) {
        if (spec.get("concat") != null) {
            return spec.get("concat").list().stream()
                    .filter(part -> part.get("column") != null)
                    .findFirst()
                    .map(part -> new Place(path, slot(part)))
                    .orElse(new Place(path, -1));
        }
        return new Place(path, spec.get("column") == null ? -1 : slot(spec));
    }

    /** The slot of the column that {@code spec} names. */
    int slot(YamlNode spec) {
        YamlNode column = spec.get("column");
        return slot(column.list().stream().map(YamlNode::text).toList(), isTrue(spec.get("optional")), column);
    }

    /** @param asker where the mapping asks for the column */
    int slot(List<String> columnNames, boolean optional, YamlNode asker) {
        List<String> stripped = columnNames.stream().map(String::strip).toList();
        if (Columns.isExtra(stripped.get(0))) {
            for (String on : names.use(stripped.get(0), loading, asker)) {
                columns.slot(List.of(on), false, asker);
            }
        }
        names.checkPath(stripped, loading, asker);
        return columns.slot(stripped, optional, asker);
    }

    /** The alternatives of {@code first}; those after one that always has a value are never reached. */
    List<YamlNode> alternatives(YamlNode first, String path, List<String> keys) {
        List<YamlNode> alternatives = new ArrayList<>();
        boolean reached = true;
        for (YamlNode each : first.list()) {
            if (!reached) {
                loading.advice(
                        each,
                        "this alternative of '" + path + "' is never reached",
                        "One before it always has a value: give that a 'when', or put it last.");
            }
            reached &= each.get("constant") == null && each.get("default") == null || each.get("when") != null;
            if (isSpec(each, path, Keys.with(keys, "when"))) {
                alternatives.add(each);
            }
        }
        return alternatives;
    }

    /** Which of several different values counts; null for none. */
    String several(YamlNode node, boolean addable) {
        if (node == null) {
            return null;
        }
        boolean sum = addable && node.text().equals("sum");
        if (!sum && !node.text().equals("first") && !node.text().equals("last")) {
            loading.problem(
                    node,
                    "'several' must be first or last" + (addable ? " or sum" : ""),
                    "It says which of several different values counts.");
        }
        return node.text();
    }

    /** Whether the mapping makes a column of this name. */
    boolean isOwn(String name) {
        return names.isKnown(name);
    }

    void wantAllColumns() {
        columns.wantAll();
    }

    static boolean isTrue(YamlNode node) {
        return node != null && "true".equals(node.text());
    }

    private YamlNode followed(YamlNode node, List<String> fields) {
        YamlNode kind = record.get("kind");
        List<String> fieldsOfKind = kind == null ? fields : Keys.ofKind(kind.text(), fields);
        YamlNode at = node;
        for (int steps = 0; at != null && at.get("same") != null; steps++) {
            YamlNode same = at.get("same");
            loading.problems().addAll(at.unknownKeys(List.of("same")));
            at = record.get(same.text());
            if (at == null || !fieldsOfKind.contains(same.text())) {
                loading.problem(
                        same,
                        "'same' names no field of this record with the same kind of value",
                        "It can name one of " + String.join(", ", fieldsOfKind) + ".");
                return null;
            }
            if (steps == fieldsOfKind.size()) {
                loading.problem(same, "'same' goes round in a circle", "Let one of the fields name a column.");
                return null;
            }
        }
        return at;
    }
}
