package io.sollecito.reminders;

import io.sollecito.model.Amounts;
import io.sollecito.model.CaseItem;
import io.sollecito.model.Debtor;
import io.sollecito.model.Hold;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.OpenItem;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.Recipients;
import io.sollecito.model.SentStep;
import io.sollecito.model.SuspendedAddress;
import io.sollecito.model.Withheld;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.Plans;
import io.sollecito.reminders.plan.ReminderPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at the items of one debtor one by one: each rule answers with its decision, the first that applies counts. */
final class ItemCheck {

    private final Debtor debtor;
    private final List<SuspendedAddress> suspended;
    private final Plans.Chooser chooser;
    private final Interval interval;
    private final Charging charging;
    private final PlanningDay day;
    private final Map<String, Optional<String>> recipients = new HashMap<>();

    /** @param suspended the debtor's addresses that are not used */
    ItemCheck(
            Debtor debtor,
            List<SuspendedAddress> suspended,
            Plans.Chooser chooser,
            Interval interval,
            Charging charging,
            PlanningDay day) {
        this.debtor = debtor;
        this.suspended = suspended;
        this.chooser = chooser;
        this.interval = interval;
        this.charging = charging;
        this.day = day;
    }

    Standing standing(CaseItem item) {
        OpenItem open = item.item();
        if (item.settled() || open.openAmount().signum() == 0) {
            return decided(item, PlanOutcome.SETTLED, "nothing is open");
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
        return withPlan(item, choice.plan());
    }

    private Standing withPlan(CaseItem item, ReminderPlan plan) {
        Progress progress = new Progress(plan, item);
        Optional<Progress.Next> next = progress.next(day.asOf());
        BigDecimal demanded = demanded(item.item()).subtract(disputed(item));
        String step = next.map(known -> known.step().name()).orElse(null);
        Optional<String> held = held(item, progress, demanded);
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
            return decided(item, demanded, plan, null, PlanOutcome.FINISHED, finished(progress));
        }
        return withStep(item, plan, progress, next.get(), demanded);
    }

    private Standing withStep(
            CaseItem item, ReminderPlan plan, Progress progress, Progress.Next next, BigDecimal demanded) {
        String step = next.step().name();
        if (next.day() == null) {
            return decided(item, demanded, plan, step, PlanOutcome.NOT_YET, "no deadline has been set yet");
        }
        if (day.asOf().isBefore(next.day())) {
            return decided(item, demanded, plan, step, PlanOutcome.NOT_YET, step + " on " + next.day());
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
        Optional<String> unreachable = unreachable(plan, progress, next);
        if (unreachable.isPresent()) {
            return decided(item, demanded, plan, step, PlanOutcome.NO_ADDRESS, unreachable.get());
        }
        Optional<String> unknown = charging.unknown(item, next.step());
        if (unknown.isPresent()) {
            return decided(item, demanded, plan, step, PlanOutcome.HELD, unknown.get());
        }
        return new Standing(item, demanded, plan, next.step(), next.repeat(), why(item.item()), null);
    }

    private Optional<String> held(CaseItem item, Progress progress, BigDecimal demanded) {
        for (Hold hold : item.holds()) {
            if (hold.holdsOn(day.asOf()) && !hold.isPartial()) {
                return Optional.of(hold.toString());
            }
        }
        if (!item.item().holds().isEmpty()) {
            return Optional.of(String.join(", ", item.item().holds()) + ", says "
                    + item.item().source());
        }
        if (item.item().inCollection()) {
            return Optional.of("collection pending");
        }
        if (item.frozen()) {
            return Optional.of("its newest record is in quarantine");
        }
        if (demanded.signum() <= 0) {
            return Optional.of("all that is open is withheld or disputed");
        }
        return progress.strangerStep()
                .map(step -> "its last step, " + step + ", is not in its plan; a person decides how to go on");
    }

    /** What is disputed of it while the rest is demanded. */
    private BigDecimal disputed(CaseItem item) {
        return item.holds().stream()
                .filter(hold -> hold.isPartial() && hold.holdsOn(day.asOf()))
                .map(hold -> hold.terms().part())
                .map(part -> Amounts.scaled(part, item.item().currency()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal demanded(OpenItem item) {
        if (item.withheld().isEmpty()) {
            return Amounts.scaled(item.openAmount(), item.currency());
        }
        BigDecimal withheld = item.withheld().stream()
                .filter(part -> part.until() == null || part.until().isAfter(day.asOf()))
                .map(Withheld::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Amounts.scaled(item.openAmount().subtract(withheld), item.currency());
    }

    private Optional<String> unreachable(ReminderPlan plan, Progress progress, Progress.Next next) {
        if (next.step().by().stream().noneMatch(this::reaches)) {
            return Optional.of(
                    "no usable address for " + String.join(" or ", next.step().by()) + unused(next.step()));
        }
        return progress.undelivered(next)
                .filter(tried -> day.asOf().isBefore(triedAgain(plan, tried)))
                .map(tried -> "the reminder of " + tried.effective() + " reached nobody"
                        + (tried.reason() == null ? "" : " (" + tried.reason() + ")") + "; tried again on "
                        + triedAgain(plan, tried));
    }

    /** Which of its addresses are there but not used, and why. */
    private String unused(PlanStep step) {
        return suspended.stream()
                .filter(address ->
                        step.by().stream().map(Recipients::addressChannel).anyMatch(address.channel()::equals))
                .map(ItemCheck::whyUnused)
                .distinct()
                .collect(Collectors.joining());
    }

    private static String whyUnused(SuspendedAddress address) {
        String what = address.channel().equals("letter") ? "a letter to it " : "its email address ";
        return "; " + what + address.reason() + " on " + address.since();
    }

    /** A message that could not be written is tried the next day, one that reached nobody after the plan's interval. */
    private static LocalDate triedAgain(ReminderPlan plan, SentStep tried) {
        boolean unwritten = tried.reason() != null && tried.reason().startsWith("held: ");
        return tried.effective().plusDays(unwritten ? 1 : plan.intervalDays());
    }

    boolean reaches(String channel) {
        return recipients
                .computeIfAbsent(channel, name -> Recipients.of(debtor, name))
                .isPresent();
    }

    /** The first of the step's channels that reaches the debtor of an item that is ready for it. */
    String channel(PlanStep step) {
        return step.by().stream().filter(this::reaches).findFirst().orElseThrow();
    }

    private String why(OpenItem item) {
        long days = ChronoUnit.DAYS.between(item.dueDate(), day.asOf());
        if (days == 0) {
            return "due today";
        }
        return Math.abs(days) + (Math.abs(days) == 1 ? " day " : " days ") + (days < 0 ? "before due" : "after due");
    }

    private static String finished(Progress progress) {
        return progress.lastDone()
                .map(last -> "no step is left after " + last.step() + " of " + last.effective())
                .orElse("all steps have expired");
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
