package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.List;

/** The part of a payment that settles an item; negative when it uses up a credit, or takes an earlier one back. */
public record Allocation(Payable item, BigDecimal amount, Purpose purpose) {

    /** What the allocations take out of the payment. */
    static BigDecimal paid(List<Allocation> allocations) {
        return allocations.stream()
                .filter(allocation -> allocation.purpose().isPaid())
                .map(Allocation::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
