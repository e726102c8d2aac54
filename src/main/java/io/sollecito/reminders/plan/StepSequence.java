package io.sollecito.reminders.plan;

import io.sollecito.yaml.YamlNode;
import java.util.HashSet;
import java.util.Set;

/** Checks what one step of a plan asks of those before it; it is told of them in their order. */
final class StepSequence {

    private static final String NOT_LATER = "this step is not later than the one before";
    private static final String ORDER_OF_DAYS = "List steps in the order of days.";

    private final Fields fields;
    private final Set<String> names = new HashSet<>();
    private int offset = Integer.MIN_VALUE;
    private int sinceIssue;
    private boolean past;
    private int returned;
    private boolean deadline;

    StepSequence(Fields fields) {
        this.fields = fields;
    }

    void check(YamlNode node, PlanStep step) {
        if (!names.add(step.name())) {
            fields.wrong(node.get("name"), "step '" + step.name() + "' stands twice", "Give it another name.");
        }
        if (step.when() != null) {
            checkDay(node.get("when"), step.when());
            checkIssue(node, step);
        }
        if (step.deadlineDays() > 0 && step.when() != null && step.demandsNothing()) {
            fields.wrong(
                    node.get("deadline"),
                    "a step " + step.when() + " asks for no payment, so it sets no deadline",
                    "Set one in a step after due.");
        }
        if (step.when() != null && step.when().base() == When.Base.ON_RETURN && returned++ > 0) {
            fields.wrong(node.get("when"), "another step follows a return already", "Remove one of the two.");
        }
        deadline |= step.deadlineDays() > 0;
    }

    /** Steps after issue come first: what they ask, a later step takes for granted. */
    private void checkIssue(YamlNode node, PlanStep step) {
        if (step.when().base() != When.Base.AFTER_ISSUE) {
            past |= step.when().inSequence();
            return;
        }
        if (past) {
            fields.wrong(node.get("when"), "a step after issue follows one that counts from due", "List it first.");
        } else if (step.when().days() <= sinceIssue) {
            fields.wrong(node.get("when"), NOT_LATER, ORDER_OF_DAYS);
        }
        sinceIssue = step.when().days();
    }

    private void checkDay(YamlNode node, When when) {
        when.offsetFromDue().ifPresent(days -> {
            if (days <= offset) {
                fields.wrong(node, NOT_LATER, ORDER_OF_DAYS);
            }
            offset = days;
        });
        if (when.base() == When.Base.AFTER_PREVIOUS && names.size() == 1) {
            fields.wrong(node, "the first step has no previous one", "Count from due.");
        }
        if (when.base() == When.Base.AFTER_DEADLINE && !deadline) {
            fields.wrong(node, "no step before this one sets a deadline", "Give one of them 'deadline: 15d'.");
        }
    }
}
