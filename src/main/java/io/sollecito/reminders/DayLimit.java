package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.CasePlan;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.PlannedReminder;
import io.sollecito.model.PlannedReminder.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The messages of a day that may have only so many: those about the most money, in the creditor's currency before others
 * because nothing is converted; among equals the one about the oldest debt, then by the debtor's number. It first looks at
 * all messages of the run, then lets those through.
 */
final class DayLimit {

    private record Rank(boolean foreign, BigDecimal total, LocalDate oldest, String account, String step, long item) {}

    private static final Comparator<Rank> FIRST_FIRST = Comparator.comparing(Rank::foreign)
            .thenComparing(Rank::total, Comparator.reverseOrder())
            .thenComparing(Rank::oldest)
            .thenComparing(Rank::account)
            .thenComparing(Rank::step)
            .thenComparing(Rank::item);

    /** No limit. */
    static final DayLimit NONE = new DayLimit(null, 0, null);

    private final Integer atMost;
    private final int left;
    private final String currency;
    private final PriorityQueue<Rank> lastFirst = new PriorityQueue<>(FIRST_FIRST.reversed());
    private Set<Rank> chosen;

    /**
     * @param atMost messages a day; null: any number
     * @param left how many of them an earlier part of the run has not made yet
     * @param currency the creditor's
     */
    DayLimit(Integer atMost, int left, String currency) {
        this.atMost = atMost;
        this.left = Math.max(0, left);
        this.currency = currency;
    }

    void consider(CasePlan plan) {
        for (PlannedReminder reminder : plan.reminders()) {
            lastFirst.add(rank(plan, reminder));
            if (lastFirst.size() > left) {
                lastFirst.remove();
            }
        }
    }

    /** All messages were considered. */
    DayLimit chosen() {
        chosen = new HashSet<>(lastFirst);
        return this;
    }

    /** The plan with those of its messages that are within the limit; the other items' steps are still to come. */
    CasePlan within(CasePlan plan) {
        if (atMost == null || plan.reminders().isEmpty()) {
            return plan;
        }
        List<PlannedReminder> kept = new ArrayList<>();
        Set<Long> later = new HashSet<>();
        for (PlannedReminder reminder : plan.reminders()) {
            if (chosen.contains(rank(plan, reminder))) {
                kept.add(reminder);
            } else {
                advancing(reminder).forEach(item -> later.add(item.id()));
            }
        }
        return later.isEmpty() ? plan : new CasePlan(plan.debtorCase(), decisions(plan, later), kept);
    }

    private List<ItemDecision> decisions(CasePlan plan, Set<Long> later) {
        List<ItemDecision> decisions = new ArrayList<>();
        for (int i = 0; i < plan.decisions().size(); i++) {
            ItemDecision decision = plan.decisions().get(i);
            boolean waits = later.contains(plan.debtorCase().items().get(i).id());
            decisions.add(
                    waits
                            ? new ItemDecision(
                                    PlanOutcome.NOT_YET,
                                    decision.plan(),
                                    decision.step(),
                                    "the day's limit of " + atMost + " messages is reached")
                            : decision);
        }
        return decisions;
    }

    private Rank rank(CasePlan plan, PlannedReminder reminder) {
        List<CaseItem> items = advancing(reminder);
        LocalDate oldest = items.stream()
                .map(item -> item.item().dueDate())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        var debtor = plan.debtorCase().debtor();
        return new Rank(
                !reminder.currency().equals(currency),
                reminder.total(),
                oldest,
                debtor.source() + "/" + debtor.debtor(),
                reminder.plan() + "/" + reminder.step(),
                items.stream().mapToLong(CaseItem::id).min().orElse(0));
    }

    private static List<CaseItem> advancing(PlannedReminder reminder) {
        return reminder.lines().stream().filter(Line::advances).map(Line::item).toList();
    }
}
