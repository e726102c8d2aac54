package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.List;

/** What becomes of a payment, with its reasons in plain words. payment = paid allocations + unallocated. */
public sealed interface Decision {

    List<String> evidence();

    /** The word of the contracts and the ledger. */
    String word();

    /** The evidence singles out one assignment. */
    record Allocated(List<Allocation> allocations, BigDecimal unallocated, List<String> evidence) implements Decision {
        @Override
        public String word() {
            return "allocated";
        }
    }

    /** A person decides; best first. */
    record Candidates(List<Candidate> candidates, List<String> evidence) implements Decision {
        @Override
        public String word() {
            return "candidates";
        }
    }

    /** Nothing plausible. */
    record Unmatched(List<String> evidence) implements Decision {
        @Override
        public String word() {
            return "unmatched";
        }
    }

    /**
     * Known not to be a debtor's payment.
     *
     * @param rule the rule that says so, or null
     * @param feeFor the key of the return that it is the bank's fee for, or null
     */
    record NotOurs(List<String> evidence, String rule, Long feeFor) implements Decision {

        NotOurs(List<String> evidence) {
            this(evidence, null, null);
        }

        @Override
        public String word() {
            return "notOurs";
        }
    }

    /**
     * Gives back an earlier payment.
     *
     * @param original the key of that payment, or null when it is not known or not the only one
     * @param takenBack the original's allocations with the opposite sign
     * @param fee what the bank took beyond what it gives back, more than zero, or null
     */
    record Returned(Long original, List<Allocation> takenBack, List<String> evidence, BigDecimal fee)
            implements Decision {
        @Override
        public String word() {
            return "returned";
        }
    }
}
