package io.sollecito.mapping;

import io.sollecito.mapping.source.TreeFormat;
import io.sollecito.model.DidYouMean;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns that the mapping itself makes ({@code $name}), and whether some field asks for them. */
final class Names {

    private final Map<String, YamlNode> declared = new LinkedHashMap<>();
    private final Map<String, Join> joins = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private TreeFormat tree;

    /** Columns are paths of this document. */
    void areIn(TreeFormat format) {
        tree = format;
    }

    void declare(String name, YamlNode where) {
        declared.putIfAbsent(name, where);
    }

    boolean isDeclared(String name) {
        return declared.containsKey(name);
    }

    boolean isKnown(String name) {
        return Extras.BUILT_IN.contains(name) || declared.containsKey(name);
    }

    void declare(Join join, YamlNode where) {
        joins.put(join.name(), join);
        declared.put(join.prefix(), where);
    }

    Map<String, Join> joins() {
        return joins;
    }

    /** The columns that such a name depends on. */
    List<String> use(String name, Loading loading, YamlNode asker) {
        used.add(name);
        int point = name.indexOf('.');
        Join join = point < 0 ? null : joins.get(name.substring(1, point));
        if (join != null) {
            used.add(join.prefix());
            join.wanted().add(name.substring(point + 1));
            return join.on();
        }
        if (!isKnown(name)) {
            List<String> known = new ArrayList<>(Extras.BUILT_IN);
            declared.keySet().forEach(each -> known.add(each.endsWith(".") ? each + "COLUMN" : each));
            loading.problem(
                    asker,
                    "no variable, context or join gives '" + name + "'",
                    DidYouMean.hint(name, known) + "There are: " + String.join(", ", known) + ".");
        }
        return List.of();
    }

    /** In XML and JSON, columns are paths. */
    void checkPath(List<String> columns, Loading loading, YamlNode asker) {
        for (String column : columns) {
            if (tree != null && !Columns.isExtra(column)) {
                try {
                    tree.column(List.of(column), List.of());
                } catch (IllegalArgumentException wrong) {
                    if (!wrong.getMessage().startsWith("goes up above")) {
                        loading.problem(
                                asker,
                                "the path '" + column + "' " + wrong.getMessage(),
                                "Such as Header/Number, ../Number, /Invoice/cbc:ID or @currencyID.");
                    }
                }
            }
        }
    }

    /** What was declared and is asked for nowhere. */
    void adviseUnused(Loading loading) {
        declared.forEach((name, where) -> {
            if (!used.contains(name)) {
                String shown = name.endsWith(".") ? name.substring(1, name.length() - 1) : name;
                loading.advice(where, "'" + shown + "' is declared and never used", "Use it, or remove it.");
            }
        });
    }
}
