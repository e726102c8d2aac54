package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.model.Money;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the fields of one record set. */
final class FieldLoader {

    private final Loading loading;
    private final Specs specs;
    private final TextLoader texts;
    private final Numbers numbers;
    private final Dates dates;
    private final YamlNode record;
    private final Map<String, Rule<Money>> amounts = new HashMap<>();

    FieldLoader(Loading loading, Columns columns, Numbers numbers, Dates dates, YamlNode record) {
        this.loading = loading;
        this.specs = new Specs(loading, columns, record);
        this.texts = new TextLoader(loading, specs);
        this.numbers = numbers;
        this.dates = dates;
        this.record = record;
    }

    Rule<String> text(String field, Form form) {
        return text(record, field, field, form);
    }

    /** A text inside a structure such as {@code address}. */
    Rule<String> text(YamlNode parent, String key, String path, Form form) {
        return texts.text(parent.get(key), path, form);
    }

    Rule<String> requiredText(String field, Form form) {
        return required(field, text(field, form));
    }

    /** A field that every record has; a mapping without it is wrong. */
    <T> Rule<T> required(String field, Rule<T> rule) {
        YamlNode node = record.get(field);
        if (node == null) {
            loading.problem(
                    record,
                    "field '" + field + "' is missing",
                    "Every record of this kind has it: say where it comes from.");
            return rule;
        }
        return Rules.required(place(field), rule);
    }

    /** Where the value of a field of the record comes from. */
    Place place(String field) {
        YamlNode node = record.get(field);
        boolean named = node != null && (node.get("column") != null || node.get("concat") != null);
        return named ? specs.place(field, node) : new Place(field, -1);
    }

    /** The elements of a list field; those that are blank are left out. */
    List<Rule<List<String>>> texts(YamlNode parent, String key, String path, Form form) {
        YamlNode node = parent.get(key);
        List<Rule<List<String>>> rules = new ArrayList<>();
        if (node != null) {
            node.list().forEach(each -> rules.add(texts.parts(each, path, form)));
        }
        return rules;
    }

    Rule<LocalDate> date(YamlNode parent, String key, String path) {
        YamlNode node = parent.get(key);
        YamlNode spec = node == null ? null : specs.of(node, path, Keys.DATE, Keys.DATE_FIELDS);
        if (spec == null) {
            return Rules.absent();
        }
        if (spec.get("constant") != null) {
            return Rules.constant(isoDate(spec.get("constant")));
        }
        YamlNode pattern = spec.get("pattern");
        Place place = specs.place(path, spec);
        return new Day(
                place,
                Rules.column(place.slot()),
                loading.texts(spec, "none"),
                loading.regex(spec, "extract"),
                pattern == null ? dates : new SourceLoader(loading).dates(pattern),
                isoDate(spec.get("default")));
    }

    Rule<Money> amount(YamlNode parent, String key, String path) {
        YamlNode node = parent.get(key);
        YamlNode spec = node == null ? null : specs.of(node, path, Keys.AMOUNT, Keys.AMOUNT_FIELDS);
        if (spec == null) {
            return Rules.absent();
        }
        // An amount that is the same as another one is one rule, so that it is evaluated once.
        return amounts.computeIfAbsent(spec.line() + ":" + spec.column(), at -> amount(spec, path));
    }

    private Rule<Money> amount(YamlNode spec, String path) {
        Place place = specs.place(path, spec);
        Rule<Object> source = spec.get("constant") == null
                ? Rules.column(place.slot())
                : Rules.constant(decimal(spec.get("constant")));
        return new Amount(
                place,
                source,
                loading.texts(spec, "none"),
                numbers,
                currency(spec, path),
                sign(spec.get("sign"), path),
                loading.flag(spec, "negate"),
                decimal(spec.get("default")));
    }

    private Rule<String> currency(YamlNode amount, String path) {
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

    private Amount.Sign sign(YamlNode node, String path) {
        if (node == null || !loading.isMapOf(node, Keys.SIGN, "sign")) {
            return null;
        }
        Set<String> negative = loading.textSet(node, "negative");
        if (loading.texts(node, "column").isEmpty() || negative.isEmpty()) {
            loading.problem(
                    node, "'sign' needs column and negative", "Such as {column: Soll/Haben-Kennz., negative: [H]}.");
            return null;
        }
        Set<String> positive = node.get("positive") == null ? null : loading.textSet(node, "positive");
        if (positive != null && positive.stream().anyMatch(negative::contains)) {
            loading.problem(node, "a sign indicator is both negative and positive", "Remove it from one of the lists.");
        }
        return new Amount.Sign(new Place(path, specs.slot(node)), negative, positive);
    }

    private LocalDate isoDate(YamlNode node) {
        if (node == null) {
            return null;
        }
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeException wrong) {
            loading.problem(node, "'" + node.text() + "' is no date", "Write it as yyyy-MM-dd.");
            return null;
        }
    }

    private BigDecimal decimal(YamlNode node) {
        if (node == null) {
            return null;
        }
        BigDecimal number = Numbers.PLAIN.parse(node.text());
        if (number == null) {
            loading.problem(node, "'" + node.text() + "' is no number", "Write it as 1190.00.");
        }
        return number;
    }
}
