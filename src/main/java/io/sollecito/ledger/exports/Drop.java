package io.sollecito.ledger.exports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An item whose ERP open amount went down while allocations were pending, and what these explain of it (law 10).
 *
 * @param old the ERP's open amount before, of either sign
 * @param now the ERP's open amount after
 * @param carried what a replacing item carries on
 * @param credits how much of the debtor's credits the same export used up: another explanation
 * @param pending the allocations made before the export's as-of, oldest first
 */
record Drop(
        long itemId, BigDecimal old, BigDecimal now, BigDecimal carried, BigDecimal credits, List<Pending> pending) {

    record Pending(long id, BigDecimal amount) {}

    /**
     * @param confirmed the allocations that the ERP accounts for
     * @param explained how much of the decrease they are
     * @param several true when the decrease has more than one explanation: then nothing is confirmed
     */
    record Explanation(List<Long> confirmed, BigDecimal explained, boolean several) {
        private static final Explanation NOTHING = new Explanation(List.of(), BigDecimal.ZERO, false);
        private static final Explanation SEVERAL = new Explanation(List.of(), BigDecimal.ZERO, true);
    }

    private static final int LARGEST_SEARCH = 16;

    Explanation explain() {
        BigDecimal side = BigDecimal.valueOf(old.signum());
        BigDecimal decrease = old.subtract(now).subtract(carried).multiply(side);
        List<Pending> own = pending.stream()
                .map(p -> new Pending(p.id(), p.amount().multiply(side)))
                .filter(p -> p.amount().signum() > 0)
                .toList();
        if (own.isEmpty() || decrease.signum() <= 0) {
            return Explanation.NOTHING;
        }
        BigDecimal all = sum(own);
        if (now.signum() == 0 && carried.signum() == 0) {
            return confirm(own, all.min(decrease));
        }
        List<Pending> chosen = within(decrease, own);
        if (chosen.isEmpty()) {
            return Explanation.NOTHING;
        }
        return couldBeCredits(chosen, decrease) ? Explanation.SEVERAL : confirm(chosen, sum(chosen));
    }

    /** All of them if they fit into the amount, else those that are exactly it, else none. */
    static List<Pending> within(BigDecimal amount, List<Pending> pending) {
        if (sum(pending).compareTo(amount) <= 0) {
            return pending;
        }
        List<Pending> exact = exactly(amount, pending, 0);
        return exact == null ? List.of() : exact;
    }

    /** Credits that could stand for one of the allocations, unless the decrease has room for both. */
    private boolean couldBeCredits(List<Pending> chosen, BigDecimal decrease) {
        BigDecimal smallest =
                chosen.stream().map(Pending::amount).min(BigDecimal::compareTo).orElseThrow();
        return credits.compareTo(smallest) >= 0
                && decrease.compareTo(sum(chosen).add(credits)) < 0;
    }

    private static Explanation confirm(List<Pending> chosen, BigDecimal explained) {
        return new Explanation(chosen.stream().map(Pending::id).toList(), explained, false);
    }

    /** The first allocations, oldest first, that add up to exactly this amount; null when none do. */
    private static List<Pending> exactly(BigDecimal amount, List<Pending> from, int start) {
        if (amount.signum() == 0) {
            return new ArrayList<>();
        }
        if (amount.signum() < 0) {
            return null;
        }
        for (int i = start; i < Math.min(from.size(), LARGEST_SEARCH); i++) {
            List<Pending> rest = exactly(amount.subtract(from.get(i).amount()), from, i + 1);
            if (rest != null) {
                rest.add(0, from.get(i));
                return rest;
            }
        }
        return null;
    }

    private static BigDecimal sum(List<Pending> pending) {
        return pending.stream().map(Pending::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
