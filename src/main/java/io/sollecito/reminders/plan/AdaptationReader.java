package io.sollecito.reminders.plan;

import io.sollecito.yaml.YamlNode;
import java.util.List;

/** Reads how a plan follows the habits of debtors. */
final class AdaptationReader {

    static final List<String> KEYS = List.of("delay", "channel", "from");

    private static final int DEFAULT_FROM = 5;

    private final Fields fields;

    AdaptationReader(Fields fields) {
        this.fields = fields;
    }

    /** Null: the plan is the same for everybody. */
    Adaptation read(YamlNode plan) {
        YamlNode node = plan.get("adapt");
        if (node == null) {
            return null;
        }
        if (!node.isMap() || node.get("delay") == null && node.get("channel") == null) {
            fields.wrong(
                    node,
                    "'adapt' says how the plan follows a debtor's habits",
                    "Such as adapt: {delay: 20d, channel: true, from: 5}.");
            return null;
        }
        fields.addAll(node.unknownKeys(KEYS));
        return new Adaptation(
                fields.days(node, "delay", 0),
                fields.oneOf(node, "channel", StepReader.YES_NO, "false").equals("true"),
                fields.number(node, "from", 3, 40, DEFAULT_FROM));
    }
}
