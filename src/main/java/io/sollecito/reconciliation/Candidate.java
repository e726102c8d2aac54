package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.List;

/** What a payment could be for, with how plausible it is (0 to 1) and why. */
public record Candidate(BigDecimal score, List<Allocation> allocations, List<String> evidence) {

    static Candidate of(String score, List<Allocation> allocations, String... evidence) {
        return new Candidate(new BigDecimal(score), List.copyOf(allocations), List.of(evidence));
    }
}
