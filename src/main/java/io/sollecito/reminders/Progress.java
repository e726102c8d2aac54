package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.SentStep;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.ReminderPlan;
import io.sollecito.reminders.plan.When;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far an item has come in its plan. A step counts as done only when it was sent; expired steps before or on the due
 * date are skipped.
 */
final class Progress {

    /** The step to come and the first day for it; {@code day} is null while nothing has set it. */
    record Next(PlanStep step, int repeat, LocalDate day) {}

    private final ReminderPlan plan;
    private final LocalDate due;
    private final List<SentStep> done;
    private final List<SentStep> history;

    Progress(ReminderPlan plan, CaseItem item) {
        this.plan = plan;
        this.due = item.item().dueDate();
        this.history = item.history();
        this.done = history.isEmpty()
                ? history
                : history.stream().filter(SentStep::done).toList();
    }

    /** A step done under another plan that this plan does not have: how to go on is for a person to say. */
    Optional<String> strangerStep() {
        return lastDone().map(SentStep::step).filter(step -> plan.indexOf(step) < 0);
    }

    /** The step to come; empty when none is left. */
    Optional<Next> next(LocalDate asOf) {
        int reached = -1;
        for (SentStep step : done) {
            reached = Math.max(reached, plan.indexOf(step.step()));
        }
        Optional<Next> again = repetition(reached);
        if (again.isPresent()) {
            return again;
        }
        for (PlanStep step : plan.steps().subList(reached + 1, plan.steps().size())) {
            if (!expired(step, asOf)) {
                return Optional.of(new Next(step, 0, day(step)));
            }
        }
        return Optional.empty();
    }

    /** The step before the one to come, once more if it went out before; empty when there is none that has not expired. */
    Optional<Next> back(LocalDate asOf) {
        int coming = next(asOf).map(next -> plan.indexOf(next.step().name())).orElse(0);
        for (int before = coming - 1; before >= 0; before--) {
            PlanStep step = plan.steps().get(before);
            if (!expired(step, asOf)) {
                int repeat = history.stream()
                        .filter(sent -> sent.step().equals(step.name()))
                        .mapToInt(sent -> sent.repeat() + 1)
                        .max()
                        .orElse(0);
                return Optional.of(new Next(step, repeat, asOf));
            }
        }
        return Optional.empty();
    }

    /** The reminder that is planned but not out; one of an expired step holds up nothing, and leaves no more. */
    Optional<SentStep> pending(LocalDate asOf) {
        return history.stream()
                .filter(SentStep::pending)
                .filter(step -> !expired(step, asOf))
                .findFirst();
    }

    /** The last reminder of that step, if it reached nobody. */
    Optional<SentStep> undelivered(Next next) {
        return history.stream()
                .filter(step -> step.step().equals(next.step().name()) && step.repeat() == next.repeat())
                .reduce((earlier, later) -> later)
                .filter(step -> step.state() == SentStep.State.UNDELIVERED);
    }

    Optional<SentStep> lastDone() {
        return done.stream().max(Comparator.comparing(SentStep::effective));
    }

    private Optional<Next> repetition(int reached) {
        if (reached < 0 || plan.steps().get(reached).repeat() == null) {
            return Optional.empty();
        }
        PlanStep step = plan.steps().get(reached);
        SentStep last = done.stream()
                .filter(sent -> sent.step().equals(step.name()))
                .max(Comparator.comparingInt(SentStep::repeat))
                .orElseThrow();
        return last.repeat() >= step.repeat().times()
                ? Optional.empty()
                : Optional.of(new Next(
                        step,
                        last.repeat() + 1,
                        last.effective().plusDays(step.repeat().everyDays())));
    }

    private boolean expired(SentStep sent, LocalDate asOf) {
        int index = plan.indexOf(sent.step());
        return index >= 0 && expired(plan.steps().get(index), asOf);
    }

    private boolean expired(PlanStep step, LocalDate asOf) {
        return plan.lastDay(step, due).filter(asOf::isAfter).isPresent();
    }

    private LocalDate day(PlanStep step) {
        When when = step.when();
        return switch (when.base()) {
            case BEFORE_DUE -> due.minusDays(when.days());
            case ON_DUE -> due;
            case AFTER_DUE -> due.plusDays(when.days());
            case AFTER_PREVIOUS ->
                lastDone().map(SentStep::effective).orElse(due).plusDays(when.days());
            case AFTER_DEADLINE ->
                lastDeadline().map(deadline -> deadline.plusDays(when.days())).orElse(null);
        };
    }

    private Optional<LocalDate> lastDeadline() {
        return done.stream()
                .filter(sent -> sent.deadline() != null || deadlineDays(sent) > 0)
                .max(Comparator.comparing(SentStep::effective))
                .map(sent -> sent.deadline() != null
                        ? sent.deadline()
                        : sent.effective().plusDays(deadlineDays(sent)));
    }

    private int deadlineDays(SentStep sent) {
        int index = plan.indexOf(sent.step());
        return index < 0 ? 0 : plan.steps().get(index).deadlineDays();
    }
}
