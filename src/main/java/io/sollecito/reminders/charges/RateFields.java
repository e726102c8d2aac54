package io.sollecito.reminders.charges;

import io.sollecito.model.Problem;
import io.sollecito.yaml.CheckedFields;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.List;

/** Reads single values of the file of rates and collects what is wrong with them. */
final class RateFields extends CheckedFields {

    static final String RATE = "-?[0-9]{1,2}(\\.[0-9]{1,4})?";
    static final String AMOUNT = "[0-9]{1,12}(\\.[0-9]{1,5})?";

    RateFields(List<Problem> problems) {
        super(problems);
    }

    boolean isMap(YamlNode node, String message, String remedy) {
        if (!node.isMap()) {
            wrong(node, message, remedy);
        }
        return node.isMap();
    }

    void allow(YamlNode map, List<String> keys) {
        addAll(map.unknownKeys(keys));
    }

    /** In per cent a year. */
    BigDecimal rate(YamlNode node) {
        return number(node, RATE, "'" + node.text() + "' is no rate", "Write per cent a year, such as 8.00.");
    }

    BigDecimal amount(YamlNode node) {
        return number(node, AMOUNT, "'" + node.text() + "' is no amount", "Write it with a decimal point: 40.00.");
    }

    private BigDecimal number(YamlNode node, String form, String message, String remedy) {
        if (!node.text().matches(form)) {
            wrong(node, message, remedy);
            return BigDecimal.ZERO;
        }
        return new BigDecimal(node.text());
    }
}
