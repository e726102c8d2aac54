package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.yaml.YamlNode;
import java.util.List;

/** Reads which records belong together. */
final class GroupLoader {

    private final Loading loading;
    private final Specs specs;
    private final FilterLoader tests;

    GroupLoader(Loading loading, Specs specs, FilterLoader tests) {
        this.loading = loading;
        this.specs = specs;
        this.tests = tests;
    }

    GroupRule group(YamlNode node) {
        if (node == null || !loading.isMapOf(node, Keys.GROUP, "group")) {
            return null;
        }
        YamlNode by = node.get("by");
        if (by == null || by.isMap() || by.list().isEmpty()) {
            loading.problem(node, "'group' needs by", "Such as {by: [InvoiceNumber], sorted: true}.");
            return null;
        }
        String make = loading.text(node, "make");
        if (make != null && !make.equals("one") && !make.equals("each")) {
            loading.problem(node.get("make"), "'make' must be one or each", "each: every record makes one of its own.");
        }
        YamlNode lead = node.get("lead");
        return new GroupRule(
                places(node, "by"),
                loading.flag(node, "sorted"),
                "each".equals(make),
                lead == null ? null : tests.testOrCondition(lead),
                places(node, "equal"));
    }

    private List<Place> places(YamlNode node, String key) {
        YamlNode columns = node.get(key);
        return columns == null
                ? List.of()
                : columns.list().stream()
                        .map(each -> new Place("group", specs.slot(names(each), false, each)))
                        .toList();
    }

    /** One column, or in XML and JSON several of which the first that is there counts. */
    private static List<String> names(YamlNode each) {
        return each.list().stream().map(YamlNode::text).toList();
    }
}
