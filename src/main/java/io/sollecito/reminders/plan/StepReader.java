package io.sollecito.reminders.plan;

import io.sollecito.model.Recipients;
import io.sollecito.reminders.charges.StepCharges;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a plan's {@code steps} and checks that they fit together. */
final class StepReader {

    static final List<String> KEYS = List.of(
            "name",
            "when",
            "if",
            "by",
            "also",
            "template",
            "attach",
            "deadline",
            "approve",
            "expires",
            "repeat",
            "interest",
            "compensation",
            "fee");
    static final List<String> REPEAT_KEYS = List.of("every", "times");
    static final List<String> ATTACHMENTS = List.of("account-statement");
    static final List<String> LISTING_CHARGES = List.of("email", "letter", "registered-letter");
    static final String NEVER = "never";
    static final List<String> YES_NO = List.of("true", "false");

    private final Fields fields;

    StepReader(Fields fields) {
        this.fields = fields;
    }

    List<PlanStep> readAll(YamlNode plan) {
        YamlNode node = fields.required(plan, "steps", "List the plan's steps in their order.");
        if (node == null) {
            return List.of();
        }
        if (!node.isList() || node.list().isEmpty()) {
            fields.wrong(
                    node, "'steps' is a list of at least one step", "Begin each step with '- {name: .., when: ..'.");
            return List.of();
        }
        List<PlanStep> steps = new ArrayList<>();
        StepSequence sequence = new StepSequence(fields);
        for (YamlNode element : node.list()) {
            PlanStep step = read(element);
            sequence.check(element, step);
            steps.add(step);
        }
        checkRepeats(node.list(), steps);
        return steps;
    }

    /** The steps of collected items do not follow the others, so they may stand after the last one. */
    private void checkRepeats(List<YamlNode> nodes, List<PlanStep> steps) {
        boolean last = true;
        for (int i = steps.size() - 1; i >= 0; i--) {
            PlanStep step = steps.get(i);
            boolean inSequence = step.when() == null || step.when().inSequence();
            if (step.repeat() != null && !(last && inSequence)) {
                fields.wrong(
                        nodes.get(i).get("repeat"), "only the last step may be repeated", "Move it to the last step.");
            }
            last &= !inSequence;
        }
    }

    private PlanStep read(YamlNode node) {
        fields.addAll(node.unknownKeys(KEYS));
        String name = fields.name(node, "name");
        When when = when(node);
        List<String> by = fields.wordsOf(node, "by", Recipients.CHANNELS);
        if (node.get("by") == null || node.get("by").list().isEmpty()) {
            fields.wrong(node, "step '" + name + "' names no channel", "Such as by: [email, letter].");
        }
        List<String> also = fields.wordsOf(node, "also", Recipients.CHANNELS);
        also.stream()
                .filter(by::contains)
                .forEach(both -> fields.wrong(
                        node.get("also"), "'" + both + "' stands in 'by' and in 'also'", "Remove one of the two."));
        if ((by.contains("handover") || also.contains("handover")) && by.size() + also.size() > 1) {
            fields.wrong(
                    node.get(by.contains("handover") ? "by" : "also"),
                    "'handover' stands alone",
                    "Give it a step of its own.");
        }
        String template = null;
        if (!by.equals(List.of("handover")) || node.get("template") != null) {
            template = fields.name(node, "template");
        }
        StepCharges charges = new StepChargesReader(fields).read(node);
        if (StepChargesReader.KEYS.stream().anyMatch(key -> node.get(key) != null)) {
            checkCharging(node, when, by);
        }
        return new PlanStep(
                name,
                when,
                by,
                also,
                template,
                fields.wordsOf(node, "attach", ATTACHMENTS),
                fields.days(node, "deadline", 0),
                fields.oneOf(node, "approve", YES_NO, "false").equals("true"),
                expiry(node, when),
                repeat(node.get("repeat")),
                charges,
                new ConditionReader(fields).read(node, "if"),
                null);
    }

    private void checkCharging(YamlNode node, When when, List<String> by) {
        if (when != null && !when.afterDue()) {
            fields.wrong(node.get("when"), "nothing is late yet, so nothing can be charged", "Charge after due.");
        }
        by.stream()
                .filter(channel -> !LISTING_CHARGES.contains(channel))
                .forEach(channel -> fields.wrong(
                        node.get("by"),
                        "'" + channel + "' lists no charges",
                        "A step that charges goes by " + String.join(", ", LISTING_CHARGES) + " only."));
    }

    private When when(YamlNode node) {
        YamlNode value = fields.required(node, "when", "Such as when: 3d after due.");
        if (value == null) {
            return null;
        }
        Optional<When> when = When.of(value.text());
        if (when.isEmpty()) {
            fields.wrong(
                    value,
                    "'" + value.text() + "' says no day",
                    "Write '3d after issue', '5d before due', 'on due', '3d after due', '14d after previous', '5d after deadline',"
                            + " '5d before collection' or 'on return'.");
        }
        return when.orElse(null);
    }

    private PlanStep.Expiry expiry(YamlNode step, When when) {
        YamlNode node = step.get("expires");
        if (node == null) {
            return null;
        }
        if (when != null && when.afterDue()) {
            fields.wrong(node, "a step after due does not expire", "Remove it.");
        }
        if (node.text().equals(NEVER)) {
            return PlanStep.Expiry.NEVER;
        }
        if (!node.text().matches(Fields.DAYS)) {
            fields.wrong(
                    node,
                    "'" + node.text() + "' is no number of days",
                    "Write it as in expires: 10d, or expires: never.");
            return null;
        }
        return new PlanStep.Expiry(fields.days(step, "expires", 1));
    }

    private PlanStep.Repeat repeat(YamlNode node) {
        if (node == null) {
            return null;
        }
        fields.addAll(node.unknownKeys(REPEAT_KEYS));
        fields.required(node, "every", "Such as every: 14d.");
        fields.required(node, "times", "At most how often, such as times: 3.");
        return new PlanStep.Repeat(fields.days(node, "every", 1), fields.number(node, "times", 1, 99, 1));
    }
}
