package io.sollecito.mapping;

import com.google.re2j.Pattern;
import dev.cel.common.types.CelType;
import io.sollecito.expression.Condition;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code when} and {@code filter} of one record set. */
final class FilterLoader {

    private static final Map<String, CelType> VARIABLES = Map.of("row", Condition.TEXTS);
    private static final java.util.regex.Pattern ROW = java.util.regex.Pattern.compile("\\brow\\b");
    private static final java.util.regex.Pattern COLUMN =
            java.util.regex.Pattern.compile("\\brow\\s*\\[\\s*(?:'([^'\\\\]*)'|\"([^\"\\\\]*)\")\\s*]");

    private final Loading loading;
    private final Specs specs;

    FilterLoader(Loading loading, Specs specs) {
        this.loading = loading;
        this.specs = specs;
    }

    List<RecordFilter> filters(YamlNode record) {
        List<RecordFilter> filters = new ArrayList<>();
        YamlNode named = record.get("filter");
        if (named != null && named.map().isEmpty()) {
            loading.problem(
                    named,
                    "'filter' must be a map of names to conditions",
                    "Such as {subtotal: {column: Konto, blank: true}}.");
        } else if (named != null) {
            loading.problems().addAll(named.unknownKeys(List.copyOf(named.map().keySet())));
            named.map().forEach((name, node) -> add(filters, name, testOrCondition(node)));
        }
        if (record.get("when") != null) {
            add(filters, "when", cel(record.get("when"), false));
        }
        return filters;
    }

    private static void add(List<RecordFilter> filters, String name, RecordFilter.Test test) {
        if (test != null) {
            filters.add(new RecordFilter(name, test));
        }
    }

    /** A condition in CEL, a test of one column, or a list of such tests that must all hold. */
    private RecordFilter.Test testOrCondition(YamlNode node) {
        if (node.isText()) {
            return cel(node, true);
        }
        List<RecordFilter.Test> tests = new ArrayList<>();
        for (YamlNode each : node.list()) {
            RecordFilter.Test test = test(each);
            if (test == null) {
                return null;
            }
            tests.add(test);
        }
        return tests.size() == 1 ? tests.get(0) : new RecordFilter.All(List.copyOf(tests));
    }

    private RecordFilter.Test test(YamlNode node) {
        loading.isMapOf(node, Keys.FILTER, "filter");
        List<String> tests = Keys.FILTER.stream()
                .filter(key -> !key.equals("column") && node.get(key) != null)
                .toList();
        if (loading.texts(node, "column").isEmpty() || tests.size() != 1) {
            loading.problem(
                    node,
                    "a filter needs a column and one test",
                    "Such as {column: Konto, blank: true}, or a condition in CEL.");
            return null;
        }
        int slot = specs.slot(node);
        switch (tests.get(0)) {
            case "blank":
                return new RecordFilter.Blank(slot, loading.flag(node, "blank"));
            case "in":
                return new RecordFilter.In(slot, loading.textSet(node, "in"), true);
            case "notIn":
                return new RecordFilter.In(slot, loading.textSet(node, "notIn"), false);
            default:
                boolean wanted = tests.get(0).equals("matches");
                Pattern pattern = loading.regex(node, tests.get(0));
                return pattern == null ? null : new RecordFilter.Matches(slot, pattern, wanted);
        }
    }

    private RecordFilter.Test cel(YamlNode node, boolean wanted) {
        if (!node.isText()) {
            loading.problem(node, "must be a condition in CEL", "Such as \"row['Konto'] != ''\".");
            return null;
        }
        try {
            Condition condition = Condition.compile(node.text(), VARIABLES);
            wantColumns(node);
            return new RecordFilter.Cel(condition, wanted);
        } catch (Condition.Wrong wrong) {
            loading.problem(
                    node,
                    "is no condition in CEL: " + wrong.getMessage() + " (character " + (wrong.column() + 1) + ")",
                    "A row is a map of texts: row['Konto'] == '' or row['Konto'].matches('^[0-9]+$').");
            return null;
        }
    }

    /** Columns that a condition names must be there, unless it asks for columns in other ways too. */
    private void wantColumns(YamlNode condition) {
        String expression = condition.text();
        List<String> named = COLUMN.matcher(expression)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
        boolean others = ROW.matcher(expression).results().count() > named.size();
        named.forEach(column -> specs.slot(List.of(column), others, condition));
        if (others) {
            specs.wantAllColumns();
        }
    }
}
