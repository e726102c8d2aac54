package io.sollecito.model;

import java.util.List;

/**
 * Everything about one debtor that a planning run looks at.
 *
 * @param otherHistory reminders of items that are not open any more; they still count for the interval
 */
public record DebtorCase(Debtor debtor, List<CaseItem> items, List<SentStep> otherHistory) {
    public DebtorCase {
        items = List.copyOf(items);
        otherHistory = List.copyOf(otherHistory);
    }
}
