package io.sollecito.reminders.plan;

import io.sollecito.model.OpenItem;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From which day until which the steps of a plan may go out for one item, as far as its own dates say. */
public record StepDays(ReminderPlan plan, OpenItem item) {

    /** Its first day; empty when that follows from what was sent before, or from a date that the item does not have. */
    public Optional<LocalDate> first(PlanStep step) {
        When when = step.when();
        LocalDate due = item.dueDate();
        return switch (when.base()) {
            case AFTER_ISSUE -> Optional.ofNullable(item.issueDate()).map(issued -> issued.plusDays(when.days()));
            case BEFORE_DUE, BEFORE_COLLECTION -> Optional.of(due.minusDays(when.days()));
            case ON_DUE -> Optional.of(due);
            case AFTER_DUE -> Optional.of(onceLate(due.plusDays(when.days())));
            case ON_RETURN, AFTER_PREVIOUS, AFTER_DEADLINE -> Optional.empty();
        };
    }

    /** That day, or the first on which the item counts as late if that is later. */
    public LocalDate onceLate(LocalDate day) {
        LocalDate late = item.dueDate().plusDays(plan.graceDays() + 1L);
        return day.isBefore(late) ? late : day;
    }

    /** Its last day; empty when it does not expire. */
    public Optional<LocalDate> last(PlanStep step) {
        if (step.expires() == null) {
            return lastByKind(step);
        }
        return step.expires() == PlanStep.Expiry.NEVER
                ? Optional.empty()
                : first(step).map(day -> day.plusDays(step.expires().days() - 1L));
    }

    /** Whether its last day has passed. */
    public boolean expired(PlanStep step, LocalDate asOf) {
        return last(step).filter(asOf::isAfter).isPresent();
    }

    private Optional<LocalDate> lastByKind(PlanStep step) {
        LocalDate due = item.dueDate();
        return switch (step.when().base()) {
            case AFTER_ISSUE -> Optional.of(overtaken(step).orElse(due).minusDays(1));
            case BEFORE_DUE, BEFORE_COLLECTION -> Optional.of(due.minusDays(1));
            case ON_DUE -> Optional.of(plan.calendar().dueStepExpires(due).minusDays(1));
            case AFTER_DUE, ON_RETURN, AFTER_PREVIOUS, AFTER_DEADLINE -> Optional.empty();
        };
    }

    /** The day of the step before due that follows: whoever hears of the due date is not asked for the receipt again. */
    private Optional<LocalDate> overtaken(PlanStep step) {
        List<PlanStep> after =
                plan.steps().subList(plan.indexOf(step.name()) + 1, plan.steps().size());
        return after.stream()
                .filter(later -> later.when().base() == When.Base.BEFORE_DUE)
                .flatMap(later -> first(later).stream())
                .min(Comparator.naturalOrder());
    }
}
