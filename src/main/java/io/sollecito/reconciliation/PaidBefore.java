package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.List;

/** Earlier payments, to find the one that a return gives back. */
public interface PaidBefore {

    /** Nothing is known of earlier payments. */
    PaidBefore NONE = payment -> List.of();

    /**
     * An earlier payment that was not given back yet.
     *
     * @param key as the history numbers payments
     * @param allocations what it paid
     */
    record Paid(
            long key,
            BigDecimal amount,
            String currency,
            String endToEndId,
            String bankReference,
            String iban,
            List<Allocation> allocations) {}

    /**
     * Earlier payments of the same currency and account that the return may give back: of its amount with another sign, or
     * of less where the rest is told to be the bank's fee.
     */
    List<Paid> of(Incoming returned);

    /** Whether it pays again what a return gave back: the bank reverses the return. */
    default boolean isPaidAgain(Incoming payment) {
        return false;
    }
}
