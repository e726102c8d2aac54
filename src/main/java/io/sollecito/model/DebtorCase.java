package io.sollecito.model;

import java.util.List;

/**
 * Everything about one debtor that a planning run looks at.
 *
 * @param debtor without the addresses that are suspended
 * @param otherHistory reminders of items that are not open any more; they still count for the interval
 * @param suspended his addresses that are not used
 * @param charges what charges of his items go by
 * @param habit how he has paid so far
 * @param move the other plan that a person has put him under, or null
 */
public record DebtorCase(
        Debtor debtor,
        List<CaseItem> items,
        List<SentStep> otherHistory,
        List<SuspendedAddress> suspended,
        ChargeHistory charges,
        PayingHabit habit,
        PlanMove move) {
    public DebtorCase {
        items = List.copyOf(items);
        otherHistory = List.copyOf(otherHistory);
        suspended = List.copyOf(suspended);
    }

    /** The same debtor with his items otherwise. */
    public DebtorCase withItems(List<CaseItem> others) {
        return new DebtorCase(debtor, others, otherHistory, suspended, charges, habit, move);
    }

    /** One of whose habits nothing is known. */
    public DebtorCase(
            Debtor debtor,
            List<CaseItem> items,
            List<SentStep> otherHistory,
            List<SuspendedAddress> suspended,
            ChargeHistory charges) {
        this(debtor, items, otherHistory, suspended, charges, PayingHabit.NONE, null);
    }

    public DebtorCase(Debtor debtor, List<CaseItem> items, List<SentStep> otherHistory) {
        this(debtor, items, otherHistory, List.of(), ChargeHistory.NONE);
    }

    /** The same debtor with what has become of his items. */
    public DebtorCase later(List<CaseItem> laterItems, List<SentStep> laterHistory, ChargeHistory laterCharges) {
        return new DebtorCase(debtor, laterItems, laterHistory, suspended, laterCharges, habit, move);
    }
}
