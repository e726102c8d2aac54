package io.sollecito.mapping;

import com.google.re2j.Pattern;
import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.Source.ContextRule;
import io.sollecito.mapping.Source.Variable;
import io.sollecito.mapping.source.Format;
import io.sollecito.mapping.source.TreeFormat;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what stands in a mapping before its records: variables, context, totals, joins. */
final class HeadLoader {

    private final Loading loading;
    private final YamlNode root;
    private final Names names;
    private final Columns common = new Columns();
    private final Specs specs;
    private final FilterLoader tests;
    private final TextLoader texts;
    private final AmountLoader amounts;

    HeadLoader(Loading loading, YamlNode root, Names names, Numbers numbers) {
        this.loading = loading;
        this.root = root;
        this.names = names;
        this.specs = new Specs(loading, common, root, names);
        this.tests = new FilterLoader(loading, specs, numbers);
        this.texts = new TextLoader(loading, specs, tests);
        this.amounts = new AmountLoader(loading, specs, texts, tests, numbers, root);
    }

    /** @param format null when a database is read, or when the format is wrong */
    Source source(YamlNode source, Format format, FormatLoader formats) {
        boolean table = format != null && !(format instanceof TreeFormat);
        for (String key : List.of("context", "totals", "joins")) {
            if (!table && root.get(key) != null) {
                loading.problem(root.get(key), "'" + key + "' belongs to tables in files", "Remove it.");
            }
        }
        declareJoins(source, format, formats);
        List<Variable> variables = variables(source);
        declareContext();
        AsOf asOf = new SourceLoader(loading).asOf(source.get("asOf"), format, names);
        return new Source(
                format,
                table ? formats.captions(source) : null,
                FormatLoader.findsHeader(source),
                asOf,
                variables,
                loading.texts(source, "fillDown"),
                common,
                contexts(),
                totals(),
                names.joins());
    }

    private List<YamlNode> elements(String key) {
        YamlNode node = root.get(key);
        return node == null ? List.of() : node.list();
    }

    private List<Variable> variables(YamlNode source) {
        List<Variable> variables = new ArrayList<>();
        YamlNode list = source.get("variables");
        for (YamlNode node : list == null ? List.<YamlNode>of() : list.list()) {
            if (!loading.isMapOf(node, Keys.VARIABLE, "variable")) {
                continue;
            }
            String name = name(node, "variable");
            if (name == null || node.get("line") == null && node.get("extract") == null) {
                loading.problem(
                        node,
                        "a variable needs name, and line or extract",
                        "Such as {name: year, line: 1, cell: 13}, or {name: day, extract: \".*per ([0-9.]+).*\"}.");
                continue;
            }
            if (node.get("is") == null) {
                names.declare(name, node);
            }
            variables.add(new Variable(
                    name,
                    loading.number(node, "line", 1, 0),
                    loading.number(node, "cell", 1, 0),
                    loading.regex(node, "extract"),
                    loading.textSet(node, "is")));
        }
        return variables;
    }

    private String name(YamlNode node, String what) {
        String name = loading.text(node, "name");
        if (name != null && !name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            loading.problem(
                    node.get("name"), "the name of a " + what + " is made of letters and digits", "Such as year.");
        }
        return name == null ? null : "$" + name;
    }

    private void declareContext() {
        for (YamlNode node : elements("context")) {
            YamlNode set = node.get("set");
            if (set != null) {
                set.map().forEach((name, value) -> names.declare("$" + name, value));
            }
        }
    }

    private List<ContextRule> contexts() {
        List<ContextRule> rules = new ArrayList<>();
        for (YamlNode node : elements("context")) {
            if (!loading.isMapOf(node, Keys.CONTEXT, "context")) {
                continue;
            }
            RecordFilter.Test when = node.get("when") == null ? null : tests.testOrCondition(node.get("when"));
            if (node.get("name") == null || node.get("when") == null) {
                loading.problem(
                        node,
                        "a context needs name and when",
                        "Such as {name: customer, when: {column: Type, in: [20]}, set: {customer: {column: B}}}.");
            } else if (when != null) {
                rules.add(new ContextRule(
                        loading.text(node, "name"),
                        when,
                        values(node.get("set")),
                        loading.texts(node, "clear").stream()
                                .map(name -> "$" + name)
                                .toList()));
            }
        }
        return rules;
    }

    private Map<String, Rule<?>> values(YamlNode set) {
        Map<String, Rule<?>> values = new LinkedHashMap<>();
        if (set != null) {
            loading.problems().addAll(set.repeatedKeys());
            set.map().forEach((name, value) -> values.put("$" + name, value(name, value)));
        }
        return values;
    }

    /** A cell that nothing is done with keeps its type. */
    private Rule<?> value(String name, YamlNode value) {
        boolean plain = value.map().keySet().equals(Set.of("column")) && specs.isSpec(value, name, Keys.TEXT);
        return plain ? Rules.column(new Place(name, specs.slot(value))) : texts.text(value, name, Form.CELL);
    }

    private List<TotalRule> totals() {
        List<TotalRule> rules = new ArrayList<>();
        for (YamlNode node : elements("totals")) {
            RecordFilter.Test when = loading.isMapOf(node, Keys.TOTAL, "total") && node.get("when") != null
                    ? tests.testOrCondition(node.get("when"))
                    : null;
            boolean sums = node.get("amount") != null && node.get("sum") != null;
            boolean control = node.get("control") != null && loading.flag(node, "control");
            if (control && !sums) {
                loading.problem(
                        node.get("control"),
                        "a control total has amount and sum",
                        "Say which column states the sum (amount) and which is added up (sum), or remove control.");
            }
            if (node.get("name") == null || node.get("when") == null || !sums && node.get("count") == null) {
                loading.problem(
                        node,
                        "a total needs name, when, and amount with sum (or count)",
                        "Such as {name: total, when: {column: Type, in: [91]}, amount: Balance, sum: Balance}.");
            } else if (when != null) {
                rules.add(new TotalRule(
                        loading.text(node, "name"),
                        when,
                        sums ? amounts.number(node.get("amount"), "amount") : null,
                        sums ? amounts.number(node.get("sum"), "sum") : null,
                        node.get("count") == null ? null : amounts.number(node.get("count"), "count"),
                        node.get("currency") == null ? null : amounts.currency(node, "currency"),
                        isSection(node),
                        node.get("required") == null || loading.flag(node, "required"),
                        control && sums));
            }
        }
        return rules;
    }

    private boolean isSection(YamlNode total) {
        String per = loading.text(total, "per");
        if (per != null && !per.equals("section") && !per.equals("file")) {
            loading.problem(total.get("per"), "'per' must be section or file", "section: since the total before.");
        }
        return "section".equals(per);
    }

    private Pattern together(YamlNode join) {
        Pattern together = loading.regex(join, "together");
        if (together != null && together.groupCount() != 1) {
            loading.problem(
                    join.get("together"),
                    "'together' must have exactly one group",
                    "Put in ( ) what is the same in the names of both files, such as .*_([0-9]{8})[.]csv.");
            return null;
        }
        return together;
    }

    private void declareJoins(YamlNode source, Format format, FormatLoader formats) {
        YamlNode joins = root.get("joins");
        if (joins == null) {
            return;
        }
        joins.map().forEach((name, node) -> {
            if (!loading.isMapOf(node, Keys.JOIN, "join")) {
                return;
            }
            List<String> key = loading.texts(node, "key");
            List<String> on = loading.texts(node, "on");
            if (node.get("file") == null || key.isEmpty() || key.size() != on.size()) {
                loading.problem(
                        node,
                        "a join needs file, and as many columns in key as in on",
                        "Such as {file: \"*terms*\", key: Code, on: Terms}.");
                return;
            }
            String otherwise = loading.text(node, "otherwise");
            if (otherwise != null && !otherwise.equals("null") && !otherwise.equals("quarantine")) {
                loading.problem(node.get("otherwise"), "'otherwise' must be quarantine or null", "Choose one.");
            }
            YamlNode own = node.get("source") == null ? source : node.get("source");
            Format form = node.get("source") == null ? format : formats.format(own);
            names.declare(
                    new Join(
                            name,
                            loading.text(node, "file"),
                            form,
                            formats.captions(own),
                            FormatLoader.findsHeader(own),
                            together(node),
                            key,
                            on,
                            !"null".equals(otherwise)),
                    node);
        });
    }
}
