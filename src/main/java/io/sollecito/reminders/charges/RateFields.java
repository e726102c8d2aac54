package io.sollecito.reminders.charges;

import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.List;

/** Reads single values of the file of rates and collects what is wrong with them. */
final class RateFields {

    static final String RATE = "-?[0-9]{1,2}(\\.[0-9]{1,4})?";
    static final String AMOUNT = "[0-9]{1,12}(\\.[0-9]{1,5})?";

    private final List<Problem> problems;

    RateFields(List<Problem> problems) {
        this.problems = problems;
    }

    void wrong(YamlNode node, String message, String remedy) {
        problems.add(node.problem(message, remedy));
    }

    boolean isMap(YamlNode node, String message, String remedy) {
        if (!node.isMap()) {
            wrong(node, message, remedy);
        }
        return node.isMap();
    }

    void allow(YamlNode map, List<String> keys) {
        problems.addAll(map.unknownKeys(keys));
    }

    /** In per cent a year. */
    BigDecimal rate(YamlNode node) {
        return number(node, RATE, "'" + node.text() + "' is no rate", "Write per cent a year, such as 8.00.");
    }

    BigDecimal amount(YamlNode node) {
        return number(node, AMOUNT, "'" + node.text() + "' is no amount", "Write it with a decimal point: 40.00.");
    }

    String oneOf(YamlNode map, String key, List<String> allowed, String otherwise) {
        YamlNode value = map.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!allowed.contains(value.text())) {
            wrong(
                    value,
                    "'" + value.text() + "' is not possible here",
                    "Possible: " + String.join(", ", allowed) + ".");
            return otherwise;
        }
        return value.text();
    }

    private BigDecimal number(YamlNode node, String form, String message, String remedy) {
        if (!node.text().matches(form)) {
            wrong(node, message, remedy);
            return BigDecimal.ZERO;
        }
        return new BigDecimal(node.text());
    }
}
