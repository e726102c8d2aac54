package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.PlanOutcome;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.ReminderPlan;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Where an item stands on the day of a run, looked at alone: decided, or ready for its next step unless what the debtor's
 * items come to together speaks against it.
 *
 * @param demanded what may be demanded of it: effective open less what is withheld
 * @param plan null when it has none
 * @param step the step to come, or null
 * @param decision null while the item is ready
 */
record Standing(
        CaseItem item,
        BigDecimal demanded,
        ReminderPlan plan,
        PlanStep step,
        int repeat,
        String why,
        ItemDecision decision) {

    boolean ready() {
        return decision == null;
    }

    /** Whether it counts as late: past its due date and the plan's days of grace. */
    boolean overdueOn(LocalDate day) {
        LocalDate due = item.item().dueDate();
        return due != null && due.plusDays(plan == null ? 0 : plan.graceDays()).isBefore(day);
    }

    /** Whether a reminder about other items lists it among what is overdue. */
    boolean countsAsOverdue(LocalDate day) {
        return overdueOn(day)
                && !item.item().inCollection()
                && (ready()
                        || decision.outcome() == PlanOutcome.NOT_YET
                        || decision.outcome() == PlanOutcome.FINISHED
                        || decision.outcome() == PlanOutcome.AWAITING_DELIVERY
                        || decision.outcome() == PlanOutcome.NO_ADDRESS);
    }

    int stepIndex() {
        return plan.indexOf(step.name());
    }

    ItemDecision decided(PlanOutcome outcome, String reason) {
        return new ItemDecision(outcome, plan.name(), step.name(), reason);
    }
}
