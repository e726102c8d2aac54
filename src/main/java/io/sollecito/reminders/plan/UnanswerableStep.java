package io.sollecito.reminders.plan;

import io.sollecito.expression.Condition;

/** Whether a step is for an item cannot be told, as its condition fails: a division by zero, for example. */
public final class UnanswerableStep extends RuntimeException {

    private final String step;

    UnanswerableStep(ReminderPlan plan, PlanStep step, Condition.Failed failed) {
        super("plan " + plan.name() + ", step " + step.name() + ": " + failed.getMessage(), failed);
        this.step = step.name();
    }

    public String step() {
        return step;
    }
}
