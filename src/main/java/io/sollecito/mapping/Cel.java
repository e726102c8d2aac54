package io.sollecito.mapping;

import dev.cel.common.types.CelType;
import io.sollecito.expression.Condition;
import io.sollecito.expression.Formula;
import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.source.Cells;
import io.sollecito.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads CEL expressions over {@code row}, the columns' texts. */
final class Cel {

    private static final Map<String, CelType> VARIABLES = Map.of("row", Condition.TEXTS);
    private static final Pattern ROW = Pattern.compile("\\brow\\b");
    private static final Pattern COLUMN = Pattern.compile("\\brow\\s*\\[\\s*(?:'([^'\\\\]*)'|\"([^\"\\\\]*)\")\\s*]");
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
            lookAt(node);
            if (node.text().strip().equals("true") || node.text().strip().equals("false")) {
                loading.advice(
                        node,
                        "this condition is always " + node.text().strip(),
                        "Remove it, or say what it depends on.");
            }
            return new RecordFilter.Cel(condition, wanted);
        } catch (Condition.Wrong wrong) {
            wrong(node, "condition", wrong);
            return null;
        }
    }

    /** A text that CEL makes; null when the expression is wrong. */
    Rule<Object> text(YamlNode node, Place place) {
        try {
            Formula formula = Formula.compile(node.text(), VARIABLES);
            lookAt(node);
            return row -> {
                try {
                    String text = formula.of(Map.of("row", row.texts()));
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

    /** Columns that an expression names must be there, unless it asks for columns in other ways too. */
    private void lookAt(YamlNode expression) {
        String text = expression.text();
        List<String> named = COLUMN.matcher(text)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
        boolean others = ROW.matcher(text).results().count() > named.size();
        named.forEach(column -> specs.slot(List.of(column), others, expression));
        if (others) {
            specs.wantAllColumns();
        }
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
