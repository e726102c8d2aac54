package io.sollecito.reminders.simulation;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A kind of debtor: how soon he pays, and what a reminder does to him. Shares are per cent.
 *
 * @param share of the debtors of each class that are of this kind
 * @param onTime of his items are paid by their due date
 * @param late of those that are not: how many are paid so many days after due, without any reminder; by days, rising
 * @param answers to how many of the reminders that would move others he answers
 */
public record Payer(String name, Map<String, Double> share, double onTime, List<Late> late, double answers) {

    /** So many per cent are paid within so many days after due. */
    public record Late(int days, double paid) {}

    public Payer {
        share = Map.copyOf(share);
        late = List.copyOf(late);
    }

    double shareOf(String debtorClass) {
        return share.getOrDefault(debtorClass, 0.0);
    }

    /** Which part of his items is paid, from 0 to 1, when {@code days} after due have passed and nobody reminded him. */
    double paidAfter(int days) {
        double rest = 1 - onTime / 100;
        int from = 0;
        double paid = 0;
        for (Late point : late) {
            if (days <= point.days()) {
                paid += (point.paid() - paid) * Math.max(0, days - from) / (point.days() - from);
                return onTime / 100 + rest * paid / 100;
            }
            from = point.days();
            paid = point.paid();
        }
        return onTime / 100 + rest * paid / 100;
    }

    /** After how many days the item is paid of which that part are paid before it; empty: only when he is reminded, or never. */
    OptionalInt daysUntil(double part) {
        if (part < onTime / 100) {
            return OptionalInt.of(0);
        }
        int longest = late.isEmpty() ? 0 : late.get(late.size() - 1).days();
        for (int days = 1; days <= longest; days++) {
            if (part < paidAfter(days)) {
                return OptionalInt.of(days);
            }
        }
        return OptionalInt.empty();
    }
}
