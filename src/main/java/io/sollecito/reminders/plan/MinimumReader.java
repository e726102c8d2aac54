package io.sollecito.reminders.plan;

import io.sollecito.model.Amounts;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a plan's {@code minimum}: per currency an amount, or an amount and a part of what is open. */
final class MinimumReader {

    static final List<String> KEYS = List.of("amount", "percent");
    static final String PERCENT = "(100|[0-9]{1,2}(\\.[0-9]{1,2})?)";

    private final Fields fields;

    MinimumReader(Fields fields) {
        this.fields = fields;
    }

    Map<String, Minimum> read(YamlNode node) {
        Map<String, Minimum> minimums = new LinkedHashMap<>();
        if (node == null) {
            return minimums;
        }
        if (!node.isMap()) {
            fields.wrong(node, "'minimum' names an amount per currency", "Such as minimum: {EUR: 10.00}.");
            return minimums;
        }
        fields.addAll(node.repeatedKeys());
        node.map().forEach((currency, value) -> {
            if (!Amounts.isCurrency(currency)) {
                fields.wrong(value, "'" + currency + "' is no currency", "Use an ISO 4217 code such as EUR.");
            } else {
                minimums.put(currency, value.isMap() ? parts(value) : new Minimum(amount(value), BigDecimal.ZERO));
            }
        });
        return minimums;
    }

    private Minimum parts(YamlNode map) {
        fields.addAll(map.unknownKeys(KEYS));
        YamlNode amount = map.get("amount");
        YamlNode percent = map.get("percent");
        if (amount == null && percent == null) {
            fields.wrong(map, "this minimum names no amount", "Such as {amount: 10.00, percent: 5}.");
        }
        return new Minimum(
                amount == null ? BigDecimal.ZERO : amount(amount),
                percent == null ? BigDecimal.ZERO : percent(percent));
    }

    private BigDecimal amount(YamlNode value) {
        return fields.amount(value, "10.00");
    }

    private BigDecimal percent(YamlNode value) {
        if (!value.text().matches(PERCENT)) {
            fields.wrong(value, "'" + value.text() + "' is no percentage", "Write per cent, such as 5 or 2.5.");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(value.text());
    }
}
