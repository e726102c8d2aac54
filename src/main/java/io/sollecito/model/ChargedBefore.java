package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A charge that stands, paid, waived or open alike: what it covers is not charged again.
 *
 * @param itemKey of the item that it counts for
 * @param until the last day that interest was charged for, or null
 * @param inherited whether it was charged on an item that this one continues
 */
public record ChargedBefore(
        String itemKey,
        String documentNo,
        ChargeKind kind,
        String step,
        BigDecimal amount,
        LocalDate until,
        boolean inherited) {

    /** The same as what counts for the item that continues its own. */
    public ChargedBefore inheritedBy(String successorKey) {
        return new ChargedBefore(successorKey, documentNo, kind, step, amount, until, true);
    }
}
