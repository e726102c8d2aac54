package io.sollecito.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.source.Cells;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the text fields of one record set. */
final class TextLoader {

    private final Loading loading;
    private final Specs specs;
    private final FilterLoader tests;

    TextLoader(Loading loading, Specs specs, FilterLoader tests) {
        this.loading = loading;
        this.specs = specs;
        this.tests = tests;
    }

    Rule<String> text(YamlNode node, String path, Form form) {
        return text(node, path, Keys.TEXT, form);
    }

    private Rule<String> text(YamlNode node, String path, List<String> keys, Form form) {
        YamlNode spec = node == null ? null : specs.of(node, path, keys, Keys.TEXT_FIELDS);
        return spec == null ? Rules.absent() : one(spec, path, form, keys);
    }

    private Rule<String> one(YamlNode spec, String path, Form form, List<String> keys) {
        if (spec.get("first") != null) {
            return first(spec.get("first"), path, form);
        }
        Place place = specs.place(path, spec);
        boolean hasOtherwise = spec.get("otherwise") != null;
        if (!hasOtherwise && (spec.get("map") != null || spec.get("table") != null)) {
            loading.advice(
                    spec,
                    "the code table of '" + path + "' does not say what becomes of codes that it does not list",
                    "Add otherwise: quarantine (or null, or a value).");
        }
        if (hasOtherwise && spec.get("map") == null && spec.get("table") == null && spec.get("extract") == null) {
            loading.problem(spec.get("otherwise"), "'otherwise' belongs to 'map' or 'extract'", "Remove it.");
        }
        if (spec.get("constant") != null) {
            return Rules.constant(given(spec.get("constant"), form));
        }
        return new Text(
                place,
                source(spec, place, form == Form.KEY || form == Form.IDENTIFIER, keys == Keys.ELEMENT),
                loading.texts(spec, "none"),
                loading.regex(spec, "extract"),
                cut(spec),
                pad(spec, "unpad", Keys.UNPAD),
                pad(spec, "pad", Keys.PAD),
                spec.get("table") == null
                        ? table(spec.get("map"), form)
                        : table(CodeTable.read(loading, spec.get("table")), form),
                otherwise(spec.get("otherwise"), form),
                given(spec.get("default"), form),
                form);
    }

    /** An element of a list field: one text, or with {@code split} several. */
    Rule<List<String>> parts(YamlNode node, String path, Form form) {
        Rule<String> rule = text(node, path, Keys.ELEMENT, form);
        if (rule instanceof Text text) {
            char separator = node.get("split") == null ? 0 : loading.character(node, "split", ',');
            return row -> text.ofParts(row, separator);
        }
        return row -> {
            String value = rule.of(row);
            return value == null ? List.of() : List.of(value);
        };
    }

    private Rule<String> first(YamlNode node, String path, Form form) {
        List<FirstOf.Alternative<String>> alternatives = new ArrayList<>();
        for (YamlNode each : specs.alternatives(node, path, Keys.TEXT)) {
            alternatives.add(new FirstOf.Alternative<>(tests.when(each), one(each, path, form, Keys.TEXT)));
        }
        return new FirstOf<>(new Place(path, -1), List.copyOf(alternatives));
    }

    /** The part of a cell that {@code extract} finds, for whoever reads something else than a text of it. */
    Rule<Object> extracted(YamlNode spec, Place place, Rule<Object> cell) {
        Pattern extract = loading.regex(spec, "extract");
        if (extract == null) {
            return cell;
        }
        return row -> {
            Object found = cell.of(row);
            if (found == null) {
                return null;
            }
            Matcher matcher = extract.matcher(Cells.text(found));
            if (!matcher.matches()) {
                throw place.problem(found, "does not match '" + extract.pattern() + "'");
            }
            return matcher.groupCount() == 0 ? found : matcher.group(1);
        };
    }

    private Text.Cut cut(YamlNode spec) {
        YamlNode part = spec.get("substring");
        boolean parted = part != null && loading.isMapOf(part, Keys.SUBSTRING, "substring");
        String letters = loading.text(spec, "case");
        if (letters != null && !letters.equals("upper") && !letters.equals("lower")) {
            loading.problem(spec.get("case"), "'case' must be upper or lower", "Such as case: upper.");
        }
        String remove = loading.text(spec, "remove");
        if (!parted && letters == null && remove == null) {
            return null;
        }
        return new Text.Cut(
                parted ? loading.number(part, "from", 1, 1) : 1,
                parted ? loading.number(part, "length", 1, 0) : 0,
                remove == null ? "" : remove,
                letters == null ? null : (Boolean) letters.equals("upper"));
    }

    /** A column's text as it is. */
    static Text plain(Place place, Form form) {
        return new Text(
                place,
                Rules.column(place),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Text.Otherwise.QUARANTINE,
                null,
                form);
    }

    private Rule<Object> source(YamlNode spec, Place place, boolean identifies, boolean many) {
        if (spec.get("column") != null) {
            return Rules.column(place, many ? "all" : specs.several(spec.get("several"), false));
        }
        if (spec.get("cel") != null) {
            Rule<Object> made = new Cel(loading, specs).text(spec.get("cel"), place);
            return made == null ? Rules.absent() : made;
        }
        List<Rules.Part> parts = new ArrayList<>();
        for (YamlNode each : spec.get("concat").list()) {
            if (each.isText()) {
                parts.add(new Rules.Part(Rules.constant(each.text()), -1, true, false));
            } else if (specs.isSpec(each, place.field(), Keys.PART)) {
                int slot = specs.slot(each);
                parts.add(
                        new Rules.Part(Rules.column(place.at(slot)), slot, false, Specs.isTrue(each.get("optional"))));
            }
        }
        return Rules.joined(parts, identifies ? place : null);
    }

    Text.Pad pad(YamlNode parent, String key, List<String> keys) {
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
        loading.problems().addAll(node.repeatedKeys());
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
