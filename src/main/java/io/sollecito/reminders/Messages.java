package io.sollecito.reminders;

import io.sollecito.model.Charge;
import io.sollecito.model.Debtor;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.Money;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.PlannedReminder;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.ReminderPlan;
import io.sollecito.reminders.plan.StepDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes messages of the items of one debtor, one currency and one payee that are ready for their steps: nets credits,
 * and decides what only all of them together can decide.
 */
final class Messages {

    private static final Comparator<Standing> BY_DUE =
            Comparator.comparing(standing -> standing.item().item().dueDate());

    private final Debtor debtor;
    private final Reach reach;
    private final WeeklyLimit limit;
    private final Charging charging;
    private final PlanningDay day;
    private final String currency;
    private final List<Standing> standings;
    private final Credits credits;
    private final Map<Standing, ItemDecision> decisions = new IdentityHashMap<>();
    private final List<PlannedReminder> reminders = new ArrayList<>();

    /** @param standings all items of the debtor in that currency that are paid to one account */
    Messages(
            Debtor debtor,
            Reach reach,
            WeeklyLimit limit,
            Charging charging,
            PlanningDay day,
            String currency,
            List<Standing> standings) {
        this.debtor = debtor;
        this.reach = reach;
        this.limit = limit;
        this.charging = charging;
        this.day = day;
        this.currency = currency;
        this.standings = standings;
        this.credits = new Credits(standings.stream().map(Standing::item).toList(), day.asOf());
    }

    /** Decides every item that was ready; {@link #decisionOf} and {@link #reminders} tell how. */
    void plan() {
        Grouping.of(standings, reach).forEach(this::decide);
    }

    ItemDecision decisionOf(Standing standing) {
        return standing.ready() ? decisions.get(standing) : standing.decision();
    }

    List<PlannedReminder> reminders() {
        return reminders;
    }

    private void decide(List<Standing> group) {
        List<Standing> advancing = new ArrayList<>(group);
        PlanStep step = group.get(0).step();
        coveredByOwnCredit(advancing);
        if (advancing.isEmpty()) {
            return;
        }
        List<Standing> demanded = demanded(advancing);
        List<Credits.Share> shares = step.demandsNothing()
                ? List.of()
                : credits.netting(demanded.stream().map(Standing::item).toList());
        BigDecimal credit = Credits.sum(shares);
        BigDecimal overdue = sum(demanded, standing -> standing.overdueOn(day.asOf()));
        if (overdue.signum() > 0 && overdue.add(credit).signum() <= 0) {
            remove(
                    advancing,
                    standing -> standing.overdueOn(day.asOf()),
                    PlanOutcome.CREDIT_COVERS,
                    covers(credit, overdue));
        }
        BigDecimal all = step.isOfCollected() ? BigDecimal.ZERO : sum(demanded, standing -> true);
        BigDecimal total = all.add(credit);
        if (total.signum() <= 0 && !step.isOfCollected()) {
            remove(advancing, standing -> true, PlanOutcome.CREDIT_COVERS, covers(credit, all));
            credits.use(shares, all);
        }
        ReminderPlan plan = group.get(0).plan();
        Optional.ofNullable(plan.minimum().get(currency))
                .filter(minimum -> !step.isOfCollected())
                .flatMap(minimum -> minimum.missedBy(new Money(total, currency), open()))
                .ifPresent(reason -> remove(advancing, standing -> true, PlanOutcome.BELOW_MINIMUM, reason));
        remove(
                advancing,
                standing -> standing.step().approve()
                        && !standing.item().approved().contains(standing.step().name()),
                PlanOutcome.AWAITING_APPROVAL,
                "a person approves this step first");
        if (!advancing.isEmpty()) {
            keepLimit(plan, advancing);
        }
        if (!advancing.isEmpty()) {
            limit.count(reach.channel(Grouping.highest(advancing).step()));
            advancing.forEach(
                    standing -> decisions.put(standing, standing.decided(PlanOutcome.REMIND, standing.why())));
            reminders.add(reminder(advancing, demanded, shares, total));
            credits.use(shares, credit.negate());
        }
    }

    /** The messages before it may have used up what the debtor may get in a week. */
    private void keepLimit(ReminderPlan plan, List<Standing> advancing) {
        PlanStep step = Grouping.highest(advancing).step();
        limit.opensOn(plan, reach.channel(step))
                .ifPresent(opens -> remove(
                        advancing, standing -> true, PlanOutcome.NOT_YET, Why.limited(step.name(), plan, opens)));
    }

    /** What the message demands: its own items, and what else is overdue unless another message demands that. */
    private List<Standing> demanded(List<Standing> advancing) {
        if (Grouping.isAlone(advancing) || advancing.get(0).plan().group() != ReminderPlan.Group.DEBTOR) {
            return List.copyOf(advancing);
        }
        Set<Standing> own = MessageLines.identitySet(advancing);
        return standings.stream()
                .filter(standing -> own.contains(standing)
                        || (standing.countsAsOverdue(day.asOf()) && (!standing.ready() || notReminded(standing))))
                .sorted(BY_DUE)
                .toList();
    }

    private boolean notReminded(Standing standing) {
        ItemDecision decision = decisions.get(standing);
        return decision != null && decision.outcome() != PlanOutcome.REMIND;
    }

    private void coveredByOwnCredit(List<Standing> advancing) {
        remove(
                advancing,
                standing -> credits.linkedTo(standing.item().item()).signum() < 0
                        && balance(standing).signum() <= 0,
                PlanOutcome.CREDIT_COVERS,
                "a credit that is for it covers it");
    }

    /** What is left of an item when the credits that are for it are taken off. */
    private BigDecimal balance(Standing standing) {
        return standing.demanded().add(credits.linkedTo(standing.item().item()));
    }

    private void remove(List<Standing> advancing, Predicate<Standing> which, PlanOutcome outcome, String reason) {
        advancing.removeIf(standing -> {
            if (!which.test(standing)) {
                return false;
            }
            decisions.put(standing, standing.decided(outcome, reason));
            return true;
        });
    }

    private PlannedReminder reminder(
            List<Standing> advancing, List<Standing> demanded, List<Credits.Share> shares, BigDecimal total) {
        Standing highest = Grouping.highest(advancing);
        PlanStep step = highest.step();
        List<String> also = step.also().stream().filter(reach::reaches).toList();
        List<String> channels = new ArrayList<>(also);
        channels.add(0, reach.channel(step));
        OffsetDateTime sendAt = highest.plan()
                .nextWindow(
                        debtor, channels, day.moment(highest.plan().calendar().zone()))
                .toOffsetDateTime();
        return new PlannedReminder(
                highest.plan().name(),
                step.name(),
                step.template(),
                step.by(),
                channels.get(0),
                also,
                step.attach(),
                sendAt,
                currency,
                total,
                deadline(step, sendAt.toLocalDate()),
                expires(advancing),
                MessageLines.of(advancing, demanded, shares, standings, day.asOf()),
                charges(step, advancing));
    }

    private List<Charge> charges(PlanStep step, List<Standing> advancing) {
        List<Charge> charges = new ArrayList<>();
        for (Standing standing : advancing) {
            charges.addAll(charging.of(standing, balance(standing)));
        }
        charging.fee(step, currency, advancing).ifPresent(charges::add);
        return charges;
    }

    /** The day on which the first of its steps expires. */
    private static LocalDate expires(List<Standing> advancing) {
        return advancing.stream()
                .map(standing -> new StepDays(standing.plan(), standing.item().item()).last(standing.step()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static LocalDate deadline(PlanStep step, LocalDate sent) {
        return step.deadlineDays() == 0 ? null : sent.plusDays(step.deadlineDays());
    }

    /** All that is open, credits deducted. */
    private BigDecimal open() {
        return standings.stream()
                .filter(standing -> !standing.item().settled())
                .map(standing -> standing.item().item().openAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<Standing> standings, Predicate<Standing> which) {
        return standings.stream().filter(which).map(Standing::demanded).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String covers(BigDecimal credit, BigDecimal demanded) {
        return "credits of " + text(credit.negate()) + " cover " + text(demanded);
    }

    private String text(BigDecimal amount) {
        return new Money(amount, currency).toString();
    }
}
