package io.sollecito.reminders.plan;

import io.sollecito.expression.Condition;
import io.sollecito.model.DidYouMean;
import io.sollecito.yaml.YamlNode;
import java.util.List;

/** Reads a condition over debtor, creditor and item, and checks that what it asks about is there. */
final class ConditionReader {

    private final Fields fields;

    ConditionReader(Fields fields) {
        this.fields = fields;
    }

    /** The condition under a key; null when there is none, or it is wrong. */
    Condition read(YamlNode map, String key) {
        YamlNode node = map.get(key);
        if (node == null) {
            return null;
        }
        try {
            Condition condition = Condition.compile(node.text(), PlanFacts.VARIABLES);
            condition.asked().forEach(asked -> checkAsked(node, asked));
            return condition;
        } catch (Condition.Wrong wrong) {
            String what = wrong.getMessage().replaceFirst(" \\(candidates: .*", "");
            fields.wrong(
                    node,
                    "'" + key + "' is not a condition: " + what + " (at character " + (wrong.column() + 1) + ")",
                    what.contains("(decimal, double)")
                            ? "Write an amount with a fraction as decimal('10.50')."
                            : "It may ask about debtor, creditor and item, such as debtor.country == 'IT'.");
            return null;
        }
    }

    /** A key that no debtor has would leave everybody without a plan. */
    private void checkAsked(YamlNode node, Condition.Asked asked) {
        List<String> known = PlanFacts.keys(asked.variable());
        if (!known.isEmpty() && !known.contains(asked.key())) {
            fields.wrong(
                    node,
                    asked.variable() + " has no '" + asked.key() + "' (at character " + (asked.position() + 1) + ")",
                    DidYouMean.hint(asked.key(), known) + "It has: " + String.join(", ", known) + ".");
        }
    }
}
