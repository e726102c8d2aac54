package io.sollecito.reminders;

import io.sollecito.model.SentStep;
import io.sollecito.reminders.Progress.Next;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.StepDays;
import io.sollecito.reminders.plan.When;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The steps beside those that follow each other: an item to be collected is told of it, and what came back has a step of
 * its own.
 *
 * @param isFor whether a step is for that item
 * @param done the item's reminders that went out
 */
record CollectionSteps(StepDays days, Predicate<PlanStep> isFor, List<SentStep> done) {

    /** What is collected is told of and nothing else, each step once. */
    Optional<Next> before(LocalDate asOf) {
        return days.plan().steps().stream()
                .filter(PlanStep::isOfCollected)
                .filter(step -> timesDone(step) == 0 && !days.expired(step, asOf) && isFor.test(step))
                .findFirst()
                .map(step -> new Next(step, 0, days.first(step).orElseThrow(), List.of()));
    }

    /** What came back has its step each time, before it goes on from where it was. */
    Optional<Next> returned(LocalDate returnedOn) {
        return days.plan().steps().stream()
                .filter(step -> step.when().base() == When.Base.ON_RETURN && isFor.test(step))
                .filter(step -> done.stream()
                        .noneMatch(sent -> sent.step().equals(step.name())
                                && !sent.effective().isBefore(returnedOn)))
                .findFirst()
                .map(step -> new Next(step, timesDone(step), returnedOn, List.of()));
    }

    private int timesDone(PlanStep step) {
        return (int)
                done.stream().filter(sent -> sent.step().equals(step.name())).count();
    }
}
