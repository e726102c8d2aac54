package io.sollecito.mapping;

import com.google.re2j.Pattern;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code when} and {@code filter} of one record set. */
final class FilterLoader {

    /** The keys of a test that say which column it is about. */
    private static final Set<String> NO_TESTS = Set.of("column", "optional");

    private final Loading loading;
    private final Specs specs;
    private final Cel cel;
    private final Numbers numbers;

    FilterLoader(Loading loading, Specs specs, Numbers numbers) {
        this.loading = loading;
        this.specs = specs;
        this.numbers = numbers;
        this.cel = new Cel(loading, specs);
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
            loading.problems().addAll(named.repeatedKeys());
            named.map().forEach((name, node) -> add(filters, name, testOrCondition(node)));
        }
        if (record.get("when") != null) {
            add(filters, "when", cel.condition(record.get("when"), false));
        }
        return filters;
    }

    /** The {@code when} of one of several alternatives; null when it is for all records. */
    RecordFilter.Test when(YamlNode alternative) {
        YamlNode when = alternative.get("when");
        return when == null ? null : testOrCondition(when);
    }

    private static void add(List<RecordFilter> filters, String name, RecordFilter.Test test) {
        if (test != null) {
            filters.add(new RecordFilter(name, test));
        }
    }

    /** A condition in CEL, a test of one column, or a list of such tests that must all hold. */
    RecordFilter.Test testOrCondition(YamlNode node) {
        if (node.isText()) {
            return cel.condition(node, true);
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
                .filter(key -> !NO_TESTS.contains(key) && node.get(key) != null)
                .toList();
        if (loading.texts(node, "column").isEmpty() || tests.size() != 1) {
            loading.problem(
                    node,
                    "a filter needs a column and one test",
                    "Such as {column: Konto, blank: true}, or a condition in CEL.");
            return null;
        }
        loading.flag(node, "optional");
        int slot = specs.slot(node);
        switch (tests.get(0)) {
            case "zero":
                return new RecordFilter.Zero(slot, numbers, loading.flag(node, "zero"));
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
}
