package io.sollecito.reconciliation;

import io.sollecito.reconciliation.Decision.Allocated;
import io.sollecito.reconciliation.Decision.Candidates;
import io.sollecito.reconciliation.Decision.Returned;
import java.math.BigDecimal;
import java.util.List;

/** What a decision comes to, whichever it is. */
public final class Outcomes {

    private Outcomes() {}

    public static List<Allocation> allocations(Decision decision) {
        if (decision instanceof Allocated allocated) {
            return allocated.allocations();
        }
        return decision instanceof Returned returned ? returned.takenBack() : List.of();
    }

    public static List<Candidate> candidates(Decision decision) {
        return decision instanceof Candidates some ? some.candidates() : List.of();
    }

    /** What is left of the payment: amount = paid allocations + unallocated. */
    public static BigDecimal unallocated(BigDecimal amount, Decision decision) {
        return amount.subtract(Allocation.paid(allocations(decision)));
    }
}
