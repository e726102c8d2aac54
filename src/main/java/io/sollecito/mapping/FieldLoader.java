package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.model.Money;
import io.sollecito.yaml.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of one record set. */
final class FieldLoader {

    private final Loading loading;
    private final Specs specs;
    private final TextLoader texts;
    private final AmountLoader amounts;
    private final DateLoader dates;
    private final FilterLoader tests;
    private final YamlNode record;

    FieldLoader(Loading loading, Specs specs, Numbers numbers, Dates dates, YamlNode record) {
        this.loading = loading;
        this.specs = specs;
        this.tests = new FilterLoader(loading, specs, numbers);
        this.texts = new TextLoader(loading, specs, tests);
        this.amounts = new AmountLoader(loading, specs, texts, tests, numbers, record);
        this.dates = new DateLoader(loading, specs, texts, tests, amounts, dates);
        this.record = record;
    }

    FilterLoader tests() {
        return tests;
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
        return dates.date(parent.get(key), path);
    }

    Rule<Money> amount(YamlNode parent, String key, String path) {
        return amounts.amount(parent.get(key), path);
    }
}
