package io.sollecito.reminders.plan;

import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import io.sollecito.yaml.CheckedFields;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads single values of a plan file and collects what is wrong with them. */
final class Fields extends CheckedFields {

    static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";
    static final String DAYS = "[1-9][0-9]{0,3}d";

    Fields(List<Problem> problems) {
        super(problems);
    }

    /** The value of a key that must be there; reports its absence and answers null. */
    YamlNode required(YamlNode map, String key, String remedy) {
        YamlNode value = map.get(key);
        if (value == null) {
            wrong(map, "'" + key + "' is missing", remedy);
        }
        return value;
    }

    /** A required name in small letters, digits and hyphens. */
    String name(YamlNode map, String key) {
        YamlNode value = required(map, key, "Name it, such as " + key + ": standard.");
        if (value == null) {
            return "";
        }
        if (!value.text().matches(NAME)) {
            wrong(value, "'" + value.text() + "' is no name", "Use small letters, digits and hyphens, at most 40.");
        }
        return value.text();
    }

    int number(YamlNode map, String key, int least, int most, int otherwise) {
        YamlNode value = map.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value.text().matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(value.text());
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(
                value,
                "'" + key + "' is a number from " + least + " to " + most,
                "Such as " + key + ": " + Math.max(least, 1) + ".");
        return otherwise;
    }

    /** Days written as {@code 7d}. */
    int days(YamlNode map, String key, int otherwise) {
        YamlNode value = map.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.text().matches(DAYS)) {
            wrong(value, "'" + value.text() + "' is no number of days", "Write it as in " + key + ": 7d.");
            return otherwise;
        }
        return Integer.parseInt(value.text().substring(0, value.text().length() - 1));
    }

    /** An amount per currency, empty when the key is absent; {@code such} is one for the remedy. */
    Map<String, BigDecimal> amounts(YamlNode map, String key, String such) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        YamlNode node = map.get(key);
        if (node == null) {
            return amounts;
        }
        if (!node.isMap()) {
            wrong(node, "'" + key + "' names an amount per currency", "Such as " + key + ": {EUR: " + such + "}.");
        }
        addAll(node.repeatedKeys());
        node.map().forEach((currency, amount) -> {
            if (!Amounts.isCurrency(currency)) {
                wrong(amount, "'" + currency + "' is no currency", "Use an ISO 4217 code such as EUR.");
            } else {
                amounts.put(currency, amount(amount, such));
            }
        });
        return amounts;
    }

    /** An amount, zero when it is none; {@code such} is one for the remedy. */
    BigDecimal amount(YamlNode value, String such) {
        if (!value.text().matches("[0-9]{1,12}(\\.[0-9]{1,5})?")) {
            wrong(
                    value,
                    "'" + value.text() + "' is no amount",
                    "Write digits with a decimal point, such as " + such + ".");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(value.text());
    }

    /** A list of different words out of {@code allowed}; empty when the key is absent. */
    List<String> wordsOf(YamlNode map, String key, List<String> allowed) {
        YamlNode value = map.get(key);
        if (value == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (YamlNode word : value.list()) {
            if (words.contains(word.text())) {
                wrong(word, "'" + word.text() + "' stands twice", "Remove one of the two.");
            } else if (isOneOf(word, allowed)) {
                words.add(word.text());
            }
        }
        return words;
    }
}
