package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Payees;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.SentStep;
import io.sollecito.reminders.collections.CollectionCalendar;
import io.sollecito.reminders.plan.Plans;
import io.sollecito.reminders.plan.ReminderPlan;
import io.sollecito.reminders.plan.UnanswerableStep;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Looks at the items of one debtor one by one: each rule answers with its decision, the first that applies counts. */
final class ItemCheck {

    private final Plans.Chooser chooser;
    private final Interval interval;
    private final WeeklyLimit limit;
    private final Charging charging;
    private final Reach reach;
    private final CollectionCalendar collections;
    private final Payees payees;
    private final PlanningDay day;

    ItemCheck(
            Plans.Chooser chooser,
            Interval interval,
            WeeklyLimit limit,
            Charging charging,
            Reach reach,
            CollectionCalendar collections,
            Payees payees,
            PlanningDay day) {
        this.chooser = chooser;
        this.interval = interval;
        this.limit = limit;
        this.charging = charging;
        this.reach = reach;
        this.collections = collections;
        this.payees = payees;
        this.day = day;
    }

    Standing standing(CaseItem item) {
        OpenItem open = item.item();
        if (item.settled() || open.openAmount().signum() == 0) {
            return decided(item, PlanOutcome.SETTLED, open.inCollection() ? collection(item, true) : "nothing is open");
        }
        if (open.isCredit()) {
            return decided(item, PlanOutcome.CREDIT, "in the debtor's favour");
        }
        if (day.stale() != null) {
            return decided(item, PlanOutcome.STALE, day.stale());
        }
        if (open.dueDate() == null) {
            return decided(item, PlanOutcome.NO_PLAN, "it has no due date");
        }
        Plans.Choice choice = chooser.choose(open);
        if (choice.plan() == null) {
            return decided(item, PlanOutcome.NO_PLAN, choice.whyNone());
        }
        try {
            return withPlan(item, choice.plan(), new Progress(choice.plan(), item, choice::leftOut));
        } catch (UnanswerableStep unknown) {
            BigDecimal demanded = Holding.demanded(item, day.asOf());
            return decided(item, demanded, choice.plan(), unknown.step(), PlanOutcome.HELD, unknown.getMessage());
        }
    }

    private Standing withPlan(CaseItem item, ReminderPlan plan, Progress progress) {
        Optional<Progress.Next> next =
                day.directions().stepsBack(item) ? progress.back(day.asOf()) : progress.next(day.asOf());
        BigDecimal demanded = Holding.demanded(item, day.asOf());
        String step = next.map(known -> known.step().name()).orElse(null);
        String collected = item.item().inCollection() && next.isEmpty() ? collection(item, false) : null;
        Optional<String> held = Holding.of(item, progress, collected, demanded, day.asOf())
                .or(() -> payees.objection(item.item().payTo()));
        if (held.isPresent()) {
            return decided(item, demanded, plan, step, PlanOutcome.HELD, held.get());
        }
        if (item.unclear()) {
            return decided(
                    item,
                    demanded,
                    plan,
                    step,
                    PlanOutcome.PAYMENT_UNCLEAR,
                    "a payment not yet decided could be for it");
        }
        if (next.isEmpty()) {
            return decided(item, demanded, plan, null, PlanOutcome.FINISHED, Why.finished(progress));
        }
        return withStep(item, plan, progress, next.get(), demanded);
    }

    private String collection(CaseItem item, boolean settled) {
        return collections.stateOn(day.asOf(), item.collected(), settled);
    }

    private Standing withStep(
            CaseItem item, ReminderPlan plan, Progress progress, Progress.Next next, BigDecimal demanded) {
        String step = next.step().name();
        if (next.day() == null || day.asOf().isBefore(next.day())) {
            return decided(item, demanded, plan, step, PlanOutcome.NOT_YET, Why.notYet(progress, next));
        }
        Optional<LocalDate> opens = interval.opensOn(plan, next.step(), day.asOf());
        if (opens.isPresent()) {
            String reason = step + " on " + opens.get() + ", " + plan.intervalDays() + " days after the reminder of "
                    + interval.last();
            return decided(item, demanded, plan, step, PlanOutcome.NOT_YET, reason);
        }
        Optional<SentStep> pending = progress.pending(day.asOf());
        if (pending.isPresent()) {
            String reason = pending.get().step()
                    + (pending.get().state() == SentStep.State.UNCERTAIN
                            ? " may have been sent; a person has to look"
                            : " is planned but not out yet");
            return decided(item, demanded, plan, pending.get().step(), PlanOutcome.AWAITING_DELIVERY, reason);
        }
        Optional<String> unreachable = reach.unreachable(plan, progress, next, day.asOf());
        if (unreachable.isPresent()) {
            return decided(item, demanded, plan, step, PlanOutcome.NO_ADDRESS, unreachable.get());
        }
        Optional<LocalDate> tooMany = limit.opensOn(plan, reach.channel(next.step()));
        if (tooMany.isPresent()) {
            return decided(item, demanded, plan, step, PlanOutcome.NOT_YET, Why.limited(step, plan, tooMany.get()));
        }
        Optional<String> unknown = charging.unknown(item, next.step());
        if (unknown.isPresent()) {
            return decided(item, demanded, plan, step, PlanOutcome.HELD, unknown.get());
        }
        return new Standing(
                item, demanded, plan, next.step(), next.repeat(), Why.reminded(item, next, day.asOf()), null);
    }

    private static Standing decided(CaseItem item, PlanOutcome outcome, String reason) {
        return new Standing(
                item, item.item().openAmount(), null, null, 0, null, new ItemDecision(outcome, null, null, reason));
    }

    private static Standing decided(
            CaseItem item, BigDecimal demanded, ReminderPlan plan, String step, PlanOutcome outcome, String reason) {
        return new Standing(item, demanded, plan, null, 0, null, new ItemDecision(outcome, plan.name(), step, reason));
    }
}
