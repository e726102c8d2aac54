package io.sollecito.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely it is that a debtor pays very late or not at all, with its reasons in words. It orders work; no step with
 * legal effect may rest on it alone. Disputes do not count: whoever complains need not be unwilling to pay.
 *
 * @param score 0 to 100; each ground only adds to it
 */
public record Risk(int score, List<String> reasons) {

    private static final int LONG_OVERDUE_DAYS = 60;

    /** Fewer paid items tell nothing about a habit. */
    private static final int LEAST_ITEMS = 3;

    private static final int MOST_FOR_LATENESS = 30;
    private static final int MOST_FOR_REMINDERS = 10;
    private static final int MOST_FOR_PROMISES = 20;
    private static final int MOST_FOR_RETURNS = 15;
    private static final int MOST_FOR_OVERDUE = 25;
    private static final int EACH_PROMISE = 10;
    private static final int EACH_RETURN = 15;

    public Risk {
        reasons = List.copyOf(reasons);
    }

    /** @param items of the debtor, settled ones and credits too */
    public static Risk of(PayingHabit habit, Collection<CaseItem> items, LocalDate asOf) {
        Ground ground = new Ground();
        if (habit.items() >= LEAST_ITEMS) {
            int usual = habit.paid().usual();
            ground.add(
                    within(usual, MOST_FOR_LATENESS),
                    "usually pays " + days(usual) + " late (" + habit.items() + " items)");
            ground.add(
                    habit.remindedShare() * MOST_FOR_REMINDERS / 100,
                    habit.remindedShare() + " % of the items were paid only after a reminder");
        }
        ground.add(
                within(habit.broken() * EACH_PROMISE, MOST_FOR_PROMISES),
                habit.broken() + " of " + (habit.broken() + habit.kept()) + " promises broken");
        ground.add(
                within(habit.returned() * EACH_RETURN, MOST_FOR_RETURNS),
                habit.returned() == 1
                        ? "a payment was returned by the bank"
                        : habit.returned() + " payments were returned by the bank");
        int overdue = longOverdue(items, asOf);
        ground.add(
                overdue * MOST_FOR_OVERDUE / 100,
                overdue + " % of the debt is more than " + LONG_OVERDUE_DAYS + " days overdue");
        return new Risk(ground.score, ground.reasons);
    }

    /** In whole per cent of what is owed; of several currencies, the one where it is most. */
    private static int longOverdue(Collection<CaseItem> items, LocalDate asOf) {
        Map<String, BigDecimal> owed = new HashMap<>();
        Map<String, BigDecimal> late = new HashMap<>();
        for (CaseItem item : items) {
            OpenItem open = item.item();
            if (open.openAmount().signum() > 0 && !item.settled()) {
                owed.merge(open.currency(), open.openAmount(), BigDecimal::add);
                if (open.dueDate() != null
                        && open.dueDate().plusDays(LONG_OVERDUE_DAYS).isBefore(asOf)) {
                    late.merge(open.currency(), open.openAmount(), BigDecimal::add);
                }
            }
        }
        return late.entrySet().stream()
                .mapToInt(entry -> entry.getValue()
                        .movePointRight(2)
                        .divide(owed.get(entry.getKey()), 0, RoundingMode.DOWN)
                        .intValue())
                .max()
                .orElse(0);
    }

    private static int within(int points, int most) {
        return Math.max(0, Math.min(points, most));
    }

    private static String days(int days) {
        return Counted.of(days, "day");
    }

    private static final class Ground {
        private final List<String> reasons = new ArrayList<>();
        private int score;

        void add(int points, String reason) {
            if (points > 0) {
                score += points;
                reasons.add(reason);
            }
        }
    }
}
