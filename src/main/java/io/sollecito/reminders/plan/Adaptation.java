package io.sollecito.reminders.plan;

import io.sollecito.model.Lateness;
import io.sollecito.model.PayingHabit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a plan follows the habits of a debtor: whoever usually pays some days late without a reminder gets the first one on
 * that day, and by the channel that led to payment. It makes no reminder earlier, and touches and delays no step with
 * legal effect.
 *
 * @param delayDays the first reminder after due waits at most until so many days after due; 0: it does not wait
 * @param channel whether the channel that led to payment goes first
 * @param from at least so many paid items make a habit
 */
public record Adaptation(int delayDays, boolean channel, int from) {

    /** Days between the quarters of the earliest and the latest payments: beyond, nothing is usual. */
    static final int MOST_SPREAD = 7;

    /** The plan as it is for a debtor of those habits. */
    ReminderPlan of(ReminderPlan plan, PayingHabit habit) {
        int first = firstAfterDue(plan);
        List<PlanStep> steps = new ArrayList<>(plan.steps());
        if (first >= 0) {
            later(plan, first, habit.unreminded()).ifPresent(step -> steps.set(first, step));
        }
        if (channel && habit.reminded() >= from) {
            steps.replaceAll(step -> byBestChannel(step, habit));
        }
        return steps.equals(plan.steps()) ? plan : plan.withSteps(steps);
    }

    private Optional<PlanStep> later(ReminderPlan plan, int first, Lateness unreminded) {
        PlanStep step = plan.steps().get(first);
        if (unreminded.items() < from || unreminded.spread() > MOST_SPREAD) {
            return Optional.empty();
        }
        int usual = unreminded.usual();
        int day = Math.min(usual, latest(plan, first));
        if (day <= step.when().days()) {
            return Optional.empty();
        }
        return Optional.of(step.adapted(
                new When(When.Base.AFTER_DUE, day),
                step.by(),
                "first reminder at day " + day + ": usually pays " + usual + " days late without a reminder ("
                        + unreminded.items() + " items)"));
    }

    private static PlanStep byBestChannel(PlanStep step, PayingHabit habit) {
        Optional<String> best = step.hasLegalEffect() ? Optional.empty() : habit.bestChannel(step.by());
        if (best.isEmpty() || step.by().get(0).equals(best.get())) {
            return step;
        }
        List<String> by = new ArrayList<>(step.by());
        by.remove(best.get());
        by.add(0, best.get());
        return step.adapted(
                step.when(),
                by,
                best.get() + " goes first: " + habit.channels().get(best.get()) + " of " + habit.reminded()
                        + " payments after a reminder followed one by it");
    }

    /** The first reminder after due, if it counts from the due date and has no legal effect; else -1. */
    private static int firstAfterDue(ReminderPlan plan) {
        for (int i = 0; i < plan.steps().size(); i++) {
            PlanStep step = plan.steps().get(i);
            if (step.when().afterDue()) {
                return step.when().base() == When.Base.AFTER_DUE && !isLegal(step) ? i : -1;
            }
        }
        return -1;
    }

    /** The latest day for the first reminder that leaves the steps with legal effect on their days. */
    private int latest(ReminderPlan plan, int first) {
        int own = plan.steps().get(first).when().days();
        Optional<Integer> legal = firstLegalDay(plan, first, own);
        int day = delayDays;
        while (day > own && !firstLegalDay(plan, first, day).equals(legal)) {
            day--;
        }
        return day;
    }

    /**
     * How many days after due the first step with legal effect comes when the first reminder leaves on that day; those
     * behind it follow from it alone, as only a step with legal effect sets a deadline.
     */
    private static Optional<Integer> firstLegalDay(ReminderPlan plan, int first, int day) {
        int previous = day;
        for (PlanStep step : plan.steps().subList(first + 1, plan.steps().size())) {
            if (step.when().inSequence()) {
                boolean fromDue = step.when().base() == When.Base.AFTER_DUE;
                int own = step.when().days() + (fromDue ? 0 : previous);
                previous = Math.max(own, previous + plan.intervalDays());
                if (isLegal(step)) {
                    return Optional.of(previous);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isLegal(PlanStep step) {
        return step.hasLegalEffect() || step.by().contains("handover");
    }
}
