package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.SentStep;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.ReminderPlan;
import io.sollecito.reminders.plan.StepDays;
import io.sollecito.reminders.plan.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far an item has come in its plan. A step counts as done only when it was sent; expired steps before or on the due
 * date are skipped.
 */
final class Progress {

    /**
     * The step to come.
     *
     * @param day the first day for it; null while nothing has set it
     * @param skipped which steps before it cannot go out any more, and why
     */
    record Next(PlanStep step, int repeat, LocalDate day, List<String> skipped) {}

    private final ReminderPlan plan;
    private final Function<PlanStep, Optional<String>> leftOut;
    private final StepDays days;
    private final LocalDate returnedOn;
    private final List<SentStep> done;
    private final List<SentStep> history;

    /** @param leftOut why a step is not for that item; empty when it is */
    Progress(ReminderPlan plan, CaseItem item, Function<PlanStep, Optional<String>> leftOut) {
        this.plan = plan;
        this.leftOut = leftOut;
        this.days = new StepDays(plan, item.item());
        this.returnedOn = item.returnedOn();
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
        if (days.item().inCollection()) {
            return collection().before(asOf);
        }
        Optional<Next> returned =
                returnedOn == null ? Optional.empty() : collection().returned(returnedOn);
        return returned.isPresent() ? returned : inSequence(asOf);
    }

    private CollectionSteps collection() {
        return new CollectionSteps(days, step -> leftOut.apply(step).isEmpty(), done);
    }

    private Optional<Next> inSequence(LocalDate asOf) {
        int reached = reached();
        Optional<Next> again = repetition(reached);
        if (again.isPresent()) {
            return again;
        }
        List<String> skipped = new ArrayList<>(0);
        for (PlanStep step : plan.steps().subList(reached + 1, plan.steps().size())) {
            if (!step.when().inSequence()) {
                continue;
            }
            Optional<String> missed = missed(step, asOf);
            if (missed.isEmpty()) {
                return Optional.of(caughtUp(new Next(step, 0, day(step), skipped), asOf));
            }
            skipped.add(missed.get());
        }
        return Optional.empty();
    }

    /** Which steps between what was done and that one are not for this item, and why; {@code next} null: all to the end. */
    List<String> leftOut(Next next) {
        int until =
                next == null ? plan.steps().size() : plan.indexOf(next.step().name());
        return plan.steps().stream()
                .limit(until)
                .skip(reached() + 1L)
                .flatMap(step -> leftOut.apply(step).stream())
                .toList();
    }

    private int reached() {
        int reached = -1;
        for (SentStep step : done) {
            int index = plan.indexOf(step.step());
            if (index > reached && plan.steps().get(index).when().inSequence()) {
                reached = index;
            }
        }
        return reached;
    }

    /**
     * The highest step whose day has come, if the plan jumps. No step with legal effect is jumped over, nor one that
     * reached nobody, and nothing jumps to a hand-over.
     */
    private Next caughtUp(Next next, LocalDate asOf) {
        Next reached = next;
        if (plan.catchUp() == ReminderPlan.CatchUp.JUMP) {
            for (PlanStep step : plan.steps()
                    .subList(plan.indexOf(next.step().name()) + 1, plan.steps().size())) {
                if (!step.when().inSequence()) {
                    continue;
                }
                LocalDate day = days.first(step).orElse(null);
                if (day == null || asOf.isBefore(day) || stays(reached, step)) {
                    break;
                }
                if (missed(step, asOf).isEmpty()) {
                    List<String> skipped = new ArrayList<>(reached.skipped());
                    skipped.add(reached.step().name() + " jumped over");
                    reached = new Next(step, 0, day, skipped);
                }
            }
        }
        return reached;
    }

    private boolean stays(Next reached, PlanStep step) {
        return reached.step().hasLegalEffect()
                || step.by().contains("handover")
                || undelivered(reached).isPresent();
    }

    /**
     * The step before the one to come, once more if it went out before; empty when there is none that has not expired. What
     * is collected has none: the steps before it ask for payment.
     */
    Optional<Next> back(LocalDate asOf) {
        if (days.item().inCollection()) {
            return Optional.empty();
        }
        int coming = next(asOf).map(next -> plan.indexOf(next.step().name())).orElse(0);
        for (int before = coming - 1; before >= 0; before--) {
            PlanStep step = plan.steps().get(before);
            if (step.when().inSequence() && missed(step, asOf).isEmpty()) {
                int repeat = history.stream()
                        .filter(sent -> sent.step().equals(step.name()))
                        .mapToInt(sent -> sent.repeat() + 1)
                        .max()
                        .orElse(0);
                return Optional.of(new Next(step, repeat, asOf, List.of()));
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
        if (leftOut.apply(step).isPresent()) {
            return Optional.empty();
        }
        SentStep last = done.stream()
                .filter(sent -> sent.step().equals(step.name()))
                .max(Comparator.comparingInt(SentStep::repeat))
                .orElseThrow();
        return last.repeat() >= step.repeat().times()
                ? Optional.empty()
                : Optional.of(new Next(
                        step,
                        last.repeat() + 1,
                        last.effective().plusDays(step.repeat().everyDays()),
                        List.of()));
    }

    /** Why that step cannot go out any more, or not at all. */
    private Optional<String> missed(PlanStep step, LocalDate asOf) {
        if (step.when().base() == When.Base.AFTER_ISSUE && days.item().issueDate() == null) {
            return Optional.of(step.name() + " left out, as it has no issue date");
        }
        return days.expired(step, asOf) ? Optional.of(step.name() + " has expired") : leftOut.apply(step);
    }

    private boolean expired(SentStep sent, LocalDate asOf) {
        int index = plan.indexOf(sent.step());
        return index >= 0 && days.expired(plan.steps().get(index), asOf);
    }

    private LocalDate day(PlanStep step) {
        When when = step.when();
        return switch (when.base()) {
            case AFTER_PREVIOUS ->
                days.onceLate(lastDone().map(SentStep::effective).orElse(due()).plusDays(when.days()));
            case AFTER_DEADLINE ->
                new Deadlines(plan, done)
                        .last()
                        .map(deadline -> deadline.plusDays(when.days()))
                        .orElse(null);
            case AFTER_ISSUE, BEFORE_DUE, BEFORE_COLLECTION, ON_DUE, AFTER_DUE, ON_RETURN ->
                days.first(step).orElse(null);
        };
    }

    private LocalDate due() {
        return days.item().dueDate();
    }
}
