package io.sollecito.reminders;

import io.sollecito.model.DebtorCase;
import io.sollecito.model.SentStep;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.Plans;
import io.sollecito.reminders.plan.ReminderPlan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The pause between reminders after due to one debtor, counted from the day the last one left. */
final class Interval {

    private final LocalDate last;

    Interval(DebtorCase debtor, Plans plans) {
        Stream<SentStep> all = Stream.concat(
                debtor.otherHistory().stream(), debtor.items().stream().flatMap(item -> item.history().stream()));
        this.last = all.filter(SentStep::done)
                .filter(sent -> afterDue(sent, plans))
                .map(SentStep::effective)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The first day on which that step may be sent, if the pause is not over on {@code asOf}. */
    Optional<LocalDate> opensOn(ReminderPlan plan, PlanStep step, LocalDate asOf) {
        if (last == null || !step.when().afterDue()) {
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
