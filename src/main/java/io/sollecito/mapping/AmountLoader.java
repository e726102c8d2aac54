package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.model.Money;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the amounts of one record set. */
final class AmountLoader {

    private final Loading loading;
    private final Specs specs;
    private final TextLoader texts;
    private final FilterLoader tests;
    private final Numbers numbers;
    private final YamlNode record;
    private final Map<String, Rule<Money>> amounts = new HashMap<>();

    AmountLoader(Loading loading, Specs specs, TextLoader texts, FilterLoader tests, Numbers numbers, YamlNode record) {
        this.loading = loading;
        this.specs = specs;
        this.texts = texts;
        this.tests = tests;
        this.numbers = numbers;
        this.record = record;
    }

    Rule<Money> amount(YamlNode node, String path) {
        YamlNode spec = node == null ? null : specs.of(node, path, Keys.AMOUNT, Keys.AMOUNT_FIELDS);
        if (spec == null) {
            return Rules.absent();
        }
        // An amount that is the same as another one is one rule, so that it is evaluated once.
        Rule<Money> known = amounts.get(spec.line() + ":" + spec.column());
        if (known != null) {
            return known;
        }
        Rule<Money> made = spec.get("first") == null ? one(spec, path) : first(spec, path);
        amounts.put(spec.line() + ":" + spec.column(), made);
        return made;
    }

    /** A number without a currency. */
    Rule<BigDecimal> number(YamlNode node, String path) {
        if (node.isText() || node.isList()) {
            List<String> names = columnNames(node);
            return names.isEmpty() ? Rules.absent() : plain(new Place(path, specs.slot(names, false, node)), numbers);
        }
        return specs.isSpec(node, path, Keys.NUMBER) ? source(node, path) : Rules.absent();
    }

    /** A count of days, months or records: a constant, or a column. */
    Rule<BigDecimal> count(YamlNode node, String path) {
        if (node.isText() && node.text().matches("[0-9]{1,4}")) {
            return Rules.constant(new BigDecimal(node.text()));
        }
        return number(node, path);
    }

    private Rule<Money> first(YamlNode spec, String path) {
        List<FirstOf.Alternative<Money>> alternatives = new ArrayList<>();
        for (YamlNode each : specs.alternatives(spec.get("first"), path, Keys.AMOUNT)) {
            alternatives.add(new FirstOf.Alternative<>(tests.when(each), one(each, path)));
        }
        return new FirstOf<>(new Place(path, -1), List.copyOf(alternatives));
    }

    private Rule<Money> one(YamlNode spec, String path) {
        Rule<String> currency = currency(spec, path);
        Rule<BigDecimal> number = source(spec, path);
        YamlNode sum = spec.get("sum");
        if (sum != null) {
            if (!sum.text().equals("group")) {
                loading.problem(sum, "'sum' must be group", "It adds up the records of the group.");
            }
            YamlNode where = spec.get("where");
            number = new Sums.OverGroup(
                    specs.place(path, spec), number, where == null ? null : tests.testOrCondition(where));
        } else if (spec.get("where") != null) {
            loading.problem(spec.get("where"), "'where' belongs to 'sum: group'", "Remove it.");
        }
        if (spec.get("percent") != null) {
            number = share(spec.get("percent"), path, number, currency);
        }
        return new Amount(
                specs.place(path, spec), number, currency, loading.flag(spec, "negate"), decimal(spec.get("default")));
    }

    private Rule<BigDecimal> source(YamlNode spec, String path) {
        if (spec.get("constant") != null) {
            return Rules.constant(decimal(spec.get("constant")));
        }
        if (spec.get("plus") != null || spec.get("minus") != null) {
            if (spec.get("plus") == null) {
                loading.problem(spec, "'minus' needs 'plus'", "Such as {plus: [Total], minus: [Paid]}.");
                return Rules.absent();
            }
            return new Sums.Balance(parts(spec.get("plus"), path), parts(spec.get("minus"), path));
        }
        if (spec.get("debit") != null || spec.get("credit") != null) {
            if (spec.get("debit") == null || spec.get("credit") == null) {
                loading.problem(spec, "'debit' and 'credit' belong together", "Such as {debit: Soll, credit: Haben}.");
                return Rules.absent();
            }
            return new Sums.TwoColumns(
                    specs.place(path, spec), number(spec.get("debit"), path), number(spec.get("credit"), path));
        }
        Place place = specs.place(path, spec);
        YamlNode several = spec.get("several");
        Rule<Object> cell = spec.get("cel") != null
                ? orAbsent(new Cel(loading, specs).text(spec.get("cel"), place))
                : texts.extracted(
                        spec, place, Rules.column(place, several == null ? null : specs.several(several, true)));
        Numbers written =
                spec.get("numbers") == null ? numbers : new SourceLoader(loading).numbers(spec.get("numbers"), numbers);
        return new CellNumber(place, cell, loading.texts(spec, "none"), written, sign(spec.get("sign"), path));
    }

    private static Rule<Object> orAbsent(Rule<Object> rule) {
        return rule == null ? Rules.absent() : rule;
    }

    private List<Rule<BigDecimal>> parts(YamlNode node, String path) {
        List<Rule<BigDecimal>> parts = new ArrayList<>();
        if (node != null) {
            node.list().forEach(each -> parts.add(number(each, path)));
        }
        return parts;
    }

    private static CellNumber plain(Place place, Numbers numbers) {
        return new CellNumber(place, Rules.column(place), List.of(), numbers, null);
    }

    private Rule<BigDecimal> share(YamlNode node, String path, Rule<BigDecimal> whole, Rule<String> currency) {
        boolean detailed = node.isMap();
        if (detailed) {
            loading.isMapOf(node, Keys.PERCENT, "percent");
        }
        Set<BigDecimal> rest = new HashSet<>();
        if (detailed && node.get("rest") != null) {
            node.get("rest").list().forEach(each -> rest.add(decimal(each)));
        }
        YamlNode column = detailed ? node.get("column") : node;
        if (column == null) {
            loading.problem(node, "'percent' needs a column", "Such as {column: Percent, rest: [0]}.");
            return whole;
        }
        return new Sums.Share(specs.place(path, node), whole, number(column, path), rest, currency);
    }

    Rule<String> currency(YamlNode amount, String path) {
        YamlNode node = amount.get("currency");
        if (node == null) {
            loading.problem(
                    amount,
                    "'" + path + "' has no currency",
                    "Name the column of its currency (currency: Währung) or write currency: {constant: EUR}.");
            return Rules.absent();
        }
        if (node.isMap()) {
            return texts.text(node, path, Form.CURRENCY);
        }
        List<String> names = loading.texts(amount, "currency");
        return names.isEmpty()
                ? Rules.absent()
                : TextLoader.plain(new Place(path, specs.slot(names, false, node)), Form.CURRENCY);
    }

    private Sign sign(YamlNode node, String path) {
        if (node == null || !loading.isMapOf(node, Keys.SIGN, "sign")) {
            return null;
        }
        Set<String> negative = loading.textSet(node, "negative");
        boolean byColumn = !loading.texts(node, "column").isEmpty();
        boolean bySuffix = loading.flag(node, "suffix");
        boolean byType = loading.flag(node, "type");
        if ((byColumn ? 1 : 0) + (bySuffix ? 1 : 0) + (byType ? 1 : 0) != 1 || negative.isEmpty()) {
            loading.problem(
                    node,
                    "'sign' needs column and negative",
                    "Such as {column: Soll/Haben-Kennz., negative: [H]}, or suffix: true, or type: true in place of the column.");
            return null;
        }
        Set<String> positive = node.get("positive") == null ? null : loading.textSet(node, "positive");
        if (positive != null && positive.stream().anyMatch(negative::contains)) {
            loading.problem(node, "a sign indicator is both negative and positive", "Remove it from one of the lists.");
        }
        Place place = byColumn ? new Place(path, specs.slot(node)) : new Place(path, -1);
        if (byType) {
            return new Sign.Type(place, texts.text(record.get("type"), "type", RecordLoader.TYPE), negative);
        }
        return bySuffix ? new Sign.Suffix(place, negative, positive) : new Sign.Column(place, negative, positive);
    }

    private static List<String> columnNames(YamlNode node) {
        return node.list().stream()
                .map(YamlNode::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private BigDecimal decimal(YamlNode node) {
        if (node == null) {
            return null;
        }
        BigDecimal number = Numbers.PLAIN.parse(node.text());
        if (number == null) {
            loading.problem(node, "'" + node.text() + "' is no number", "Write it as 1190.00.");
            return BigDecimal.ZERO;
        }
        return number;
    }
}
