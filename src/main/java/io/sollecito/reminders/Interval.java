package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.SentStep;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.Plans;
import io.sollecito.reminders.plan.ReminderPlan;
import io.sollecito.reminders.plan.When;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The pause between reminders after due to one debtor, counted from the day the last one left. */
final class Interval {

    private final LocalDate last;

    Interval(DebtorCase debtor, Plans plans) {
        LocalDate newest = newest(null, debtor.otherHistory(), plans);
        for (CaseItem item : debtor.items()) {
            newest = newest(newest, item.history(), plans);
        }
        this.last = newest;
    }

    private static LocalDate newest(LocalDate known, List<SentStep> history, Plans plans) {
        LocalDate newest = known;
        for (SentStep sent : history) {
            if (sent.done() && (newest == null || sent.effective().isAfter(newest)) && afterDue(sent, plans)) {
                newest = sent.effective();
            }
        }
        return newest;
    }

    /** The first day on which that step may be sent, if the pause is not over on {@code asOf}; a return waits for none. */
    Optional<LocalDate> opensOn(ReminderPlan plan, PlanStep step, LocalDate asOf) {
        if (last == null || !step.when().afterDue() || step.when().base() == When.Base.ON_RETURN) {
            return Optional.empty();
        }
        LocalDate opens = last.plusDays(plan.intervalDays());
        return asOf.isBefore(opens) ? Optional.of(opens) : Optional.empty();
    }

    LocalDate last() {
        return last;
    }

    /** A step that no plan knows any more counts as one after due: rather a pause too long than one too short. */
    private static boolean afterDue(SentStep sent, Plans plans) {
        return plans.named(sent.plan())
                .map(plan -> {
                    int index = plan.indexOf(sent.step());
                    return index < 0 || plan.steps().get(index).when().afterDue();
                })
                .orElse(true);
    }
}
