package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.Charge;
import io.sollecito.model.Debtor;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.Money;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.PlannedReminder.Line;
import io.sollecito.model.PlannedReminder.Role;
import io.sollecito.model.Recipients;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.ReminderPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes messages of the items of one debtor and one currency that are ready for their steps: groups them, nets credits,
 * and decides what only all of them together can decide.
 */
final class Messages {

    private static final Comparator<Standing> BY_DUE =
            Comparator.comparing(standing -> standing.item().item().dueDate());

    private final Debtor debtor;
    private final ItemCheck check;
    private final Charging charging;
    private final PlanningDay day;
    private final String currency;
    private final List<Standing> standings;
    private final Credits credits;
    private final Map<Standing, ItemDecision> decisions = new IdentityHashMap<>();
    private final List<PlannedReminder> reminders = new ArrayList<>();

    /** @param standings all items of the debtor in that currency */
    Messages(
            Debtor debtor,
            ItemCheck check,
            Charging charging,
            PlanningDay day,
            String currency,
            List<Standing> standings) {
        this.debtor = debtor;
        this.check = check;
        this.charging = charging;
        this.day = day;
        this.currency = currency;
        this.standings = standings;
        this.credits = new Credits(standings.stream().map(Standing::item).toList(), day.asOf());
    }

    /** Decides every item that was ready; {@link #decisionOf} and {@link #reminders} tell how. */
    void plan() {
        Map<String, List<Standing>> groups = standings.stream()
                .filter(Standing::ready)
                .collect(Collectors.groupingBy(this::groupOf, TreeMap::new, Collectors.toList()));
        groups.values().stream()
                .sorted(Comparator.comparing((List<Standing> group) -> !isLegal(group))
                        .thenComparing(group -> -highest(group).stepIndex()))
                .forEach(this::decide);
    }

    ItemDecision decisionOf(Standing standing) {
        return standing.ready() ? decisions.get(standing) : standing.decision();
    }

    List<PlannedReminder> reminders() {
        return reminders;
    }

    /**
     * Steps with legal effect make messages of their own, whatever the plan groups by; so do steps that
     * stay with the creditor's people: they stand for no reminder of another item.
     */
    private String groupOf(Standing standing) {
        String plan = standing.plan().name() + "/";
        PlanStep step = standing.step();
        if (step.hasLegalEffect()) {
            return plan + "legal/" + step.name() + "/"
                    + standing.item().approved().contains(step.name());
        }
        if (Recipients.staysInside(channel(step))) {
            plan += "inside/" + step.name() + "/";
        }
        return switch (standing.plan().group()) {
            case DEBTOR -> plan;
            case STEP -> plan + step.name();
            case RECEIVABLE -> plan + standing.item().item().documentNo();
        };
    }

    private static boolean isLegal(List<Standing> group) {
        return group.get(0).step().hasLegalEffect();
    }

    private String channel(PlanStep step) {
        return step.by().stream().filter(check::reaches).findFirst().orElseThrow();
    }

    private static Standing highest(List<Standing> group) {
        return group.stream().max(Comparator.comparingInt(Standing::stepIndex)).orElseThrow();
    }

    private void decide(List<Standing> group) {
        List<Standing> advancing = new ArrayList<>(group);
        coveredByOwnCredit(advancing);
        if (advancing.isEmpty()) {
            return;
        }
        List<Standing> demanded = demanded(advancing);
        List<Credits.Share> shares =
                credits.netting(demanded.stream().map(Standing::item).toList());
        BigDecimal credit = Credits.sum(shares);
        BigDecimal overdue = sum(demanded, standing -> standing.overdueOn(day.asOf()));
        if (overdue.signum() > 0 && overdue.add(credit).signum() <= 0) {
            remove(
                    advancing,
                    standing -> standing.overdueOn(day.asOf()),
                    PlanOutcome.CREDIT_COVERS,
                    covers(credit, overdue));
        }
        BigDecimal all = sum(demanded, standing -> true);
        BigDecimal total = all.add(credit);
        if (total.signum() <= 0) {
            remove(advancing, standing -> true, PlanOutcome.CREDIT_COVERS, covers(credit, all));
            credits.use(shares, all);
        }
        ReminderPlan plan = group.get(0).plan();
        BigDecimal minimum = plan.minimum().get(currency);
        if (minimum != null && total.compareTo(minimum) < 0) {
            String reason = text(total) + " is below the minimum of " + text(minimum);
            remove(advancing, standing -> true, PlanOutcome.BELOW_MINIMUM, reason);
        }
        remove(
                advancing,
                standing -> standing.step().approve()
                        && !standing.item().approved().contains(standing.step().name()),
                PlanOutcome.AWAITING_APPROVAL,
                "a person approves this step first");
        if (!advancing.isEmpty()) {
            advancing.forEach(
                    standing -> decisions.put(standing, standing.decided(PlanOutcome.REMIND, standing.why())));
            reminders.add(reminder(advancing, demanded, shares, total));
            credits.use(shares, credit.negate());
        }
    }

    /** What the message demands: its own items, and what else is overdue unless another message demands that. */
    private List<Standing> demanded(List<Standing> advancing) {
        if (isLegal(advancing) || advancing.get(0).plan().group() != ReminderPlan.Group.DEBTOR) {
            return List.copyOf(advancing);
        }
        Set<Standing> own = identitySet(advancing);
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
                        && standing.demanded()
                                        .add(credits.linkedTo(standing.item().item()))
                                        .signum()
                                <= 0,
                PlanOutcome.CREDIT_COVERS,
                "a credit that is for it covers it");
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
        Standing highest = highest(advancing);
        PlanStep step = highest.step();
        OffsetDateTime sendAt = highest.plan()
                .nextWindow(debtor, day.moment(highest.plan().calendar().zone()))
                .toOffsetDateTime();
        return new PlannedReminder(
                highest.plan().name(),
                step.name(),
                step.template(),
                step.by(),
                channel(step),
                step.also().stream().filter(check::reaches).toList(),
                step.attach(),
                sendAt,
                currency,
                total,
                deadline(step, sendAt.toLocalDate()),
                expires(advancing),
                lines(advancing, demanded, shares),
                charges(step, advancing));
    }

    private List<Charge> charges(PlanStep step, List<Standing> advancing) {
        List<Charge> charges = new ArrayList<>();
        for (Standing standing : advancing) {
            BigDecimal balance =
                    standing.demanded().add(credits.linkedTo(standing.item().item()));
            charges.addAll(charging.of(standing, balance));
        }
        charging.fee(step, currency, advancing).ifPresent(charges::add);
        return charges;
    }

    /** The day on which the first of its steps expires. */
    private static LocalDate expires(List<Standing> advancing) {
        return advancing.stream()
                .map(standing -> standing.plan()
                        .lastDay(standing.step(), standing.item().item().dueDate()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static LocalDate deadline(PlanStep step, LocalDate sent) {
        return step.deadlineDays() == 0 ? null : sent.plusDays(step.deadlineDays());
    }

    private List<Line> lines(List<Standing> advancing, List<Standing> demanded, List<Credits.Share> shares) {
        Set<Standing> own = identitySet(advancing);
        List<Line> lines = new ArrayList<>();
        for (Standing standing : demanded) {
            Role role = standing.overdueOn(day.asOf()) ? Role.OVERDUE : Role.UPCOMING;
            lines.add(
                    own.contains(standing)
                            ? new Line(
                                    standing.item(),
                                    role,
                                    true,
                                    standing.step().name(),
                                    standing.repeat(),
                                    standing.demanded())
                            : line(standing.item(), role, standing.demanded()));
        }
        shares.forEach(share -> lines.add(line(share.credit(), Role.CREDIT, share.amount())));
        if (!isLegal(advancing)) {
            standings.stream()
                    .filter(this::heldButShown)
                    .forEach(held -> lines.add(line(held.item(), Role.HELD, held.demanded())));
        }
        return lines;
    }

    private boolean heldButShown(Standing standing) {
        return !standing.ready()
                && standing.decision().outcome() == PlanOutcome.HELD
                && standing.item().holds().stream().anyMatch(hold -> hold.holdsOn(day.asOf()))
                && standing.item().holds().stream()
                        .filter(hold -> hold.holdsOn(day.asOf()))
                        .allMatch(hold -> hold.mayBeListed());
    }

    private static Line line(CaseItem item, Role role, BigDecimal amount) {
        return new Line(item, role, false, null, 0, amount);
    }

    private static Set<Standing> identitySet(List<Standing> standings) {
        Set<Standing> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(standings);
        return set;
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
