package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the text fields of one record set. */
final class TextLoader {

    private final Loading loading;
    private final Specs specs;

    TextLoader(Loading loading, Specs specs) {
        this.loading = loading;
        this.specs = specs;
    }

    Rule<String> text(YamlNode node, String path, Form form) {
        return text(node, path, Keys.TEXT, form);
    }

    private Rule<String> text(YamlNode node, String path, List<String> keys, Form form) {
        YamlNode spec = node == null ? null : specs.of(node, path, keys, Keys.TEXT_FIELDS);
        if (spec == null) {
            return Rules.absent();
        }
        Place place = specs.place(path, spec);
        boolean hasOtherwise = spec.get("otherwise") != null;
        if (hasOtherwise && spec.get("map") == null && spec.get("extract") == null) {
            loading.problem(spec.get("otherwise"), "'otherwise' belongs to 'map' or 'extract'", "Remove it.");
        }
        if (spec.get("constant") != null) {
            return Rules.constant(given(spec.get("constant"), form));
        }
        return new Text(
                place,
                source(spec, place, form == Form.KEY || form == Form.IDENTIFIER),
                loading.texts(spec, "none"),
                loading.regex(spec, "extract"),
                pad(spec, "unpad", Keys.UNPAD),
                pad(spec, "pad", Keys.PAD),
                table(spec.get("map"), form),
                otherwise(spec.get("otherwise"), form),
                given(spec.get("default"), form),
                form);
    }

    /** An element of a list field: one text, or with {@code split} several. */
    Rule<List<String>> parts(YamlNode node, String path, Form form) {
        Rule<String> rule = text(node, path, Keys.ELEMENT, form);
        if (node.get("split") != null && rule instanceof Text text) {
            char separator = loading.character(node, "split", ',');
            return row -> text.ofParts(row, separator);
        }
        return row -> {
            String value = rule.of(row);
            return value == null ? List.of() : List.of(value);
        };
    }

    /** A column's text as it is. */
    static Text plain(Place place, Form form) {
        return new Text(
                place,
                Rules.column(place.slot()),
                List.of(),
                null,
                null,
                null,
                null,
                Text.Otherwise.QUARANTINE,
                null,
                form);
    }

    private Rule<Object> source(YamlNode spec, Place place, boolean identifies) {
        if (spec.get("column") != null) {
            return Rules.column(place.slot());
        }
        List<Rules.Part> parts = new ArrayList<>();
        for (YamlNode each : spec.get("concat").list()) {
            if (each.isText()) {
                parts.add(new Rules.Part(Rules.constant(each.text()), -1, true, false));
            } else if (specs.isSpec(each, place.field(), Keys.PART)) {
                int slot = specs.slot(each);
                parts.add(new Rules.Part(Rules.column(slot), slot, false, Specs.isTrue(each.get("optional"))));
            }
        }
        return Rules.joined(parts, identifies ? place : null);
    }

    private Text.Pad pad(YamlNode parent, String key, List<String> keys) {
        YamlNode node = parent.get(key);
        if (node == null || !loading.isMapOf(node, keys, key)) {
            return null;
        }
        boolean left = node.get("left") != null;
        boolean needsLength = keys.contains("to");
        if (left == (node.get("right") != null) || needsLength && node.get("to") == null) {
            loading.problem(
                    node,
                    "'" + key + "' needs left or right" + (needsLength ? ", and to" : ""),
                    needsLength ? "Such as {left: \"0\", to: 10}." : "Such as {left: \"0\"}.");
            return null;
        }
        int length = needsLength ? loading.number(node, "to", 1, 1) : 0;
        if (length > Form.LONGEST_IDENTIFIER) {
            loading.problem(
                    node.get("to"),
                    "'to' must be at most " + Form.LONGEST_IDENTIFIER,
                    "No longer key is stored: lower it.");
            return null;
        }
        return new Text.Pad(left, loading.character(node, left ? "left" : "right", ' '), length);
    }

    private Map<String, String> table(YamlNode node, Form form) {
        if (node == null) {
            return null;
        }
        if (node.map().isEmpty()) {
            loading.problem(node, "'map' must be a map of the source's values to ours", "Such as {RV: INVOICE}.");
            return null;
        }
        Map<String, String> table = new LinkedHashMap<>();
        node.map().forEach((from, to) -> table.put(from, given(to, form)));
        loading.problems().addAll(node.unknownKeys(List.copyOf(table.keySet())));
        return table;
    }

    private Text.Otherwise otherwise(YamlNode node, Form form) {
        if (node == null || "quarantine".equals(node.text())) {
            return Text.Otherwise.QUARANTINE;
        }
        return new Text.Otherwise(false, "null".equals(node.text()) ? null : given(node, form));
    }

    /** A value that the mapping itself gives, in the canonical form of its field. */
    private String given(YamlNode node, Form form) {
        if (node == null) {
            return null;
        }
        String accepted = node.isText() ? form.of(node.text()) : null;
        if (accepted == null) {
            loading.problem(
                    node,
                    "'" + node.text() + "' is not " + form.expected(),
                    "Change it here: it is the mapping that gives this value.");
        }
        return accepted;
    }
}
