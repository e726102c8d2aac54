package io.sollecito.model;

import java.util.List;

/**
 * What a planning run decided about one debtor.
 *
 * @param decisions one per item of the case, in its order
 */
public record CasePlan(DebtorCase debtorCase, List<ItemDecision> decisions, List<PlannedReminder> reminders) {
    public CasePlan {
        decisions = List.copyOf(decisions);
        reminders = List.copyOf(reminders);
    }
}
