package io.sollecito.reminders.plan;

import io.sollecito.yaml.YamlNode;
import java.util.List;

/** Reads how a plan thanks whoever has paid. */
final class ThanksReader {

    static final List<String> KEYS = List.of("template", "when", "by");
    static final List<String> CHANNELS = List.of("email", "sms");
    static final List<String> MOMENTS = List.of("paid after a reminder");

    private final Fields fields;

    ThanksReader(Fields fields) {
        this.fields = fields;
    }

    /** @param node null: nobody is thanked */
    ReminderPlan.Thanks read(YamlNode node) {
        if (node == null) {
            return null;
        }
        if (!node.isMap()) {
            fields.wrong(
                    node,
                    "'thanks' says with which template and when",
                    "Write thanks: {template: thank-you, when: paid after a reminder}.");
            return null;
        }
        fields.addAll(node.unknownKeys(KEYS));
        YamlNode template = fields.required(node, "template", "Name it, such as template: thank-you.");
        if (fields.required(node, "when", "Write when: paid after a reminder.") != null) {
            fields.oneOf(node, "when", MOMENTS, "");
        }
        List<String> by = fields.wordsOf(node, "by", CHANNELS);
        return new ReminderPlan.Thanks(
                template == null ? "" : template.text(), by.isEmpty() ? List.of(CHANNELS.get(0)) : by);
    }
}
