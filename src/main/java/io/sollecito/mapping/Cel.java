package io.sollecito.mapping;

import dev.cel.common.types.CelType;
import io.sollecito.expression.Condition;
import io.sollecito.expression.Formula;
import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.source.Cells;
import io.sollecito.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads CEL expressions over {@code row}, the columns' texts. */
final class Cel {

    private static final Map<String, CelType> VARIABLES = Map.of("row", Condition.TEXTS);
    private static final Pattern ROW = Pattern.compile("\\brow\\b");
    private static final Pattern COLUMN = Pattern.compile("\\brow\\s*\\[\\s*(?:'([^'\\\\]*)'|\"([^\"\\\\]*)\")\\s*]");
    private static final Pattern OWN = Pattern.compile("['\"]([$][A-Za-z][^'\"]*)['\"]");
    private static final Pattern MATCHES = Pattern.compile("\\.matches\\(\\s*r?(['\"])(.*?)\\1\\s*\\)");

    private final Loading loading;
    private final Specs specs;

    Cel(Loading loading, Specs specs) {
        this.loading = loading;
        this.specs = specs;
    }

    /** A test that passes when the condition is {@code wanted}; null when it is wrong. */
    RecordFilter.Test condition(YamlNode node, boolean wanted) {
        if (!node.isText()) {
            loading.problem(node, "must be a condition in CEL", "Such as \"row['Konto'] != ''\".");
            return null;
        }
        try {
            Condition condition = Condition.compile(node.text(), VARIABLES);
            Map<String, Integer> slots = lookAt(node);
            if (node.text().strip().equals("true") || node.text().strip().equals("false")) {
                loading.advice(
                        node,
                        "this condition is always " + node.text().strip(),
                        "Remove it, or say what it depends on.");
            }
            return new RecordFilter.Cel(condition, slots, wanted);
        } catch (Condition.Wrong wrong) {
            wrong(node, "condition", wrong);
            return null;
        }
    }

    /** A text that CEL makes; null when the expression is wrong. */
    Rule<Object> text(YamlNode node, Place place) {
        try {
            Formula formula = Formula.compile(node.text(), VARIABLES);
            Map<String, Integer> slots = lookAt(node);
            return row -> {
                try {
                    String text = formula.of(CelRow.of(row, slots));
                    return Cells.stripped(text, 0, text.length());
                } catch (Condition.Failed failed) {
                    throw place.problem(null, failed.getMessage());
                }
            };
        } catch (Condition.Wrong wrong) {
            wrong(node, "text", wrong);
            return null;
        }
    }

    private void wrong(YamlNode node, String what, Condition.Wrong wrong) {
        loading.problem(
                node,
                "is no " + what + " in CEL: " + wrong.getMessage() + " (character " + (wrong.column() + 1) + ")",
                "A row is a map of texts: row['Konto'] == '' or row['Konto'].matches('^[0-9]+$').");
    }

    /**
     * The slots of the columns that an expression names. They must be there, unless it asks for columns in other ways
     * too; those of the mapping's own, which begin with {@code $}, can only be named.
     */
    private Map<String, Integer> lookAt(YamlNode expression) {
        String text = expression.text();
        List<String> named = COLUMN.matcher(text)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
        boolean others = ROW.matcher(text).results().count() > named.size();
        Map<String, Integer> slots = new HashMap<>();
        for (String column : named) {
            int slot = specs.slot(List.of(column), others, expression);
            if (!others || Columns.isExtra(column)) {
                slots.put(column, slot);
            }
        }
        if (others) {
            specs.wantAllColumns();
            OWN.matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .filter(name -> specs.isOwn(name) && !named.contains(name))
                    .distinct()
                    .forEach(name -> loading.problem(
                            expression,
                            "'" + name + "' is no column of the source",
                            "Write row['" + name + "'] where its value is asked for; it is always there."));
        }
        adviseParts(expression);
        return Map.copyOf(slots);
    }

    private void adviseParts(YamlNode expression) {
        String text = expression.text();
        for (Matcher matches = MATCHES.matcher(text); matches.find(); ) {
            String pattern = matches.group(2);
            if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
                loading.advice(
                        expression,
                        "matches('" + pattern + "') finds a part of the text",
                        "Write '^" + pattern + "$' for the whole text, or '.*' where anything may stand.");
            }
        }
    }
}
