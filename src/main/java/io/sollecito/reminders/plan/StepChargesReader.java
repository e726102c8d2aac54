package io.sollecito.reminders.plan;

import io.sollecito.reminders.charges.StepCharges;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Reads what a step charges. */
final class StepChargesReader {

    static final String STATUTORY = "statutory";
    static final List<String> KEYS = List.of("interest", "compensation", "fee");
    static final List<String> AGREED_KEYS = List.of("rate");
    static final String RATE = "[0-9]{1,2}(\\.[0-9]{1,4})?";

    private final Fields fields;

    StepChargesReader(Fields fields) {
        this.fields = fields;
    }

    StepCharges read(YamlNode step) {
        YamlNode interest = step.get("interest");
        boolean agreed = interest != null && interest.isMap();
        boolean statutory = !agreed && isStatutory(step, "interest");
        boolean compensation = isStatutory(step, "compensation");
        Map<String, BigDecimal> fee = fields.amounts(step, "fee", "5.00");
        return new StepCharges(statutory, agreed ? rate(interest) : null, compensation, fee);
    }

    private boolean isStatutory(YamlNode step, String key) {
        YamlNode value = step.get(key);
        if (value != null && !value.text().equals(STATUTORY)) {
            fields.wrong(
                    value,
                    "'" + key + "' is what the law gives",
                    "Write " + key + ": statutory"
                            + (key.equals("interest") ? ", or interest: {rate: 8.5} for what was agreed." : "."));
        }
        return value != null;
    }

    private BigDecimal rate(YamlNode interest) {
        fields.addAll(interest.unknownKeys(AGREED_KEYS));
        YamlNode value = fields.required(interest, "rate", "In per cent a year, such as rate: 8.5.");
        if (value == null) {
            return null;
        }
        if (!value.text().matches(RATE)) {
            fields.wrong(value, "'" + value.text() + "' is no rate", "Write per cent a year, such as 8.5.");
            return null;
        }
        return new BigDecimal(value.text());
    }
}
