package io.sollecito.reminders.plan;

import io.sollecito.reminders.charges.StepCharges;
import io.sollecito.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads what follows when all steps are done: nothing more, or a task for a person who decides how to go on. */
final class AfterwardsReader {

    static final List<String> KEYS = List.of("template", "after");
    static final String STOP = "stop";
    static final String NAME = "afterwards";

    private final Fields fields;

    AfterwardsReader(Fields fields) {
        this.fields = fields;
    }

    /** The step that puts it before a person, so many days after the last one or after the date that it printed. */
    Optional<PlanStep> read(YamlNode plan, List<PlanStep> steps, int interval) {
        YamlNode node = plan.get("afterwards");
        if (node == null || !node.isMap() && node.text().equals(STOP)) {
            return Optional.empty();
        }
        if (!node.isMap()) {
            fields.wrong(
                    node,
                    "'afterwards' says what follows the last step",
                    "Write afterwards: stop, or afterwards: {template: decide, after: 14d} for a task.");
            return Optional.empty();
        }
        fields.addAll(node.unknownKeys(KEYS));
        String template = fields.name(node, "template");
        int days = fields.days(node, "after", interval);
        if (steps.isEmpty() || steps.stream().anyMatch(step -> step.when() == null)) {
            return Optional.empty();
        }
        PlanStep last = steps.stream()
                .filter(step -> step.when().inSequence())
                .reduce((earlier, later) -> later)
                .orElse(steps.get(0));
        if (last.by().contains("handover")) {
            fields.wrong(node, "nothing follows a hand-over: the agency has it", "Remove 'afterwards'.");
        }
        if (steps.stream().anyMatch(step -> step.name().equals(NAME))) {
            fields.wrong(node, "a step is called '" + NAME + "' too", "Give that step another name.");
        }
        When.Base base = last.deadlineDays() > 0 ? When.Base.AFTER_DEADLINE : When.Base.AFTER_PREVIOUS;
        return Optional.of(new PlanStep(
                NAME,
                new When(base, days),
                List.of("task"),
                List.of(),
                template,
                List.of(),
                0,
                false,
                null,
                null,
                StepCharges.NONE,
                null,
                null));
    }
}
