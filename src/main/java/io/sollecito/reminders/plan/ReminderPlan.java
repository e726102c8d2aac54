package io.sollecito.reminders.plan;

import io.sollecito.expression.Condition;
import io.sollecito.model.Debtor;
import io.sollecito.model.PayingHabit;
import io.sollecito.model.Recipients;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * A reminder plan: who is reminded when, how and in which words.
 *
 * @param order plans with a lower one are asked first
 * @param condition for whom it is; null: for everyone
 * @param minimum per currency: a message about less is not sent
 * @param thanks null: nobody is thanked
 * @param adapt how it follows a debtor's habits; null: not at all
 * @param catchUp how an item goes on that is behind
 * @param graceDays an item counts as late only so many days after its due date
 * @param intervalDays at least so many days between two reminders after due to one debtor
 */
public record ReminderPlan(
        String name,
        int order,
        Condition condition,
        Map<String, Minimum> minimum,
        Group group,
        CatchUp catchUp,
        int graceDays,
        int intervalDays,
        PlanCalendar calendar,
        List<PlanStep> steps,
        Thanks thanks,
        Adaptation adapt) {

    /** How whoever has paid is thanked: by the first of these channels that reaches him. */
    public record Thanks(String template, List<String> by) {
        public Thanks {
            by = List.copyOf(by);
        }
    }

    /** What goes into one message: everything of the debtor, what is at one step, or one document. */
    public enum Group {
        DEBTOR,
        STEP,
        RECEIVABLE
    }

    /** An item that is behind goes one step at a time, or to the highest step whose day has come. */
    public enum CatchUp {
        STEP,
        JUMP
    }

    public ReminderPlan {
        minimum = Map.copyOf(minimum);
        steps = List.copyOf(steps);
    }

    /** As it is for a debtor of those habits; steps that differ say why. */
    public ReminderPlan adaptedTo(PayingHabit habit) {
        return adapt == null || habit.items() == 0 ? this : adapt.of(this, habit);
    }

    ReminderPlan withSteps(List<PlanStep> others) {
        return new ReminderPlan(
                name,
                order,
                condition,
                minimum,
                group,
                catchUp,
                graceDays,
                intervalDays,
                calendar,
                others,
                thanks,
                adapt);
    }

    /** Whether any of its steps charges something. */
    public boolean charges() {
        return steps.stream().anyMatch(step -> step.charges().any());
    }

    /** The step's position from 0, or -1 when the plan has no such step. */
    public int indexOf(String step) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(step)) {
                return i;
            }
        }
        return -1;
    }

    /** The first moment at or after {@code notBefore} at which it may write to that debtor. */
    public ZonedDateTime nextWindow(Debtor debtor, Instant notBefore) {
        ZoneId place = Zones.of(Recipients.countryOf(debtor)).orElse(calendar.zone());
        return calendar.next(notBefore, place);
    }
}
