package io.sollecito.creditors;

import io.sollecito.model.Amounts;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code writeOffLimit: {EUR: 5.00}}: how much of an item one person may write off. */
final class WriteOffLimits {

    private static final String KEY = "writeOffLimit";
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3})?");

    private WriteOffLimits() {}

    static Map<String, BigDecimal> of(YamlNode creditor) {
        Map<String, BigDecimal> limits = new HashMap<>();
        YamlNode node = creditor.get(KEY);
        if (node != null) {
            node.map().forEach((currency, amount) -> limits.put(currency, new BigDecimal(amount.text())));
        }
        return limits;
    }

    static List<Problem> problems(YamlNode creditor) {
        YamlNode node = creditor.get(KEY);
        if (node == null) {
            return List.of();
        }
        if (!node.isMap()) {
            return List.of(node.problem("a write-off limit names its currency", "Such as writeOffLimit: {EUR: 5.00}."));
        }
        List<Problem> problems = new ArrayList<>(node.repeatedKeys());
        node.map().forEach((currency, amount) -> {
            if (!Amounts.isCurrency(currency)) {
                problems.add(amount.problem("'" + currency + "' is no ISO 4217 currency", "Write a code such as EUR."));
            }
            if (!AMOUNT.matcher(amount.text()).matches()) {
                problems.add(amount.problem(
                        "'" + amount.text() + "' is no amount", "Write digits and a decimal point, such as 5.00."));
            }
        });
        return problems;
    }
}
