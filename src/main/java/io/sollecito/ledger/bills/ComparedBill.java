package io.sollecito.ledger.bills;

import java.util.List;

/**
 * A bill beside what was sent.
 *
 * @param batches those of its letters, and of the letters that were posted in its period
 */
public record ComparedBill(StoredBill bill, List<BatchCount> batches, List<BillDifference> differences) {

    /**
     * Letters of a batch; one that was refused and packed again counts in the batch that it went in last.
     *
     * @param produced that were handed over to the print house
     * @param billed on any bill
     */
    public record BatchCount(String batchId, long produced, long acknowledged, long posted, long billed) {

        private BatchCount and(BatchCount other) {
            return new BatchCount(
                    batchId,
                    produced + other.produced,
                    acknowledged + other.acknowledged,
                    posted + other.posted,
                    billed + other.billed);
        }
    }

    public ComparedBill {
        batches = List.copyOf(batches);
        differences = List.copyOf(differences);
    }

    /** All batches together. */
    public BatchCount inAll() {
        return batches.stream().reduce(new BatchCount(null, 0, 0, 0, 0), BatchCount::and);
    }
}
