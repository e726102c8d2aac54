package io.sollecito.ledger.dossiers;

import java.time.Instant;
import java.util.List;

/**
 * Items of one debtor that went to whoever collects from here on, by one dispatch.
 *
 * @param approvedBy who said yes to the step, or null when it asked nobody
 * @param items those that are handed over, by due date
 */
public record HandedOver(
        long dispatch,
        long reminder,
        String creditor,
        String source,
        String debtor,
        String plan,
        String step,
        String approvedBy,
        Instant at,
        List<Long> items) {

    public HandedOver {
        items = List.copyOf(items);
    }
}
