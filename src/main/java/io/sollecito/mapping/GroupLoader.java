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
        if (loading.texts(node, "by").isEmpty()) {
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
        return loading.texts(node, key).stream()
                .map(column -> new Place("group", specs.slot(List.of(column), false, node.get(key))))
                .toList();
    }
}
