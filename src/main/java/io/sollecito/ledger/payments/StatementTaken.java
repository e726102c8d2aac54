package io.sollecito.ledger.payments;

import java.util.Map;

/**
 * What became of one statement.
 *
 * @param state applied, unchanged (the same bytes were applied before) or quarantined
 * @param reason why it is quarantined, or null
 * @param entriesKnown entries that the ledger had already
 * @param gap whether a statement before it is missing
 * @param decisions how many new payments had which decision: allocated, candidates, unmatched, notOurs, returned
 */
public record StatementTaken(
        String statementId,
        String state,
        String reason,
        int entriesNew,
        int entriesKnown,
        boolean gap,
        Map<String, Integer> decisions) {

    public int count(String decision) {
        return decisions.getOrDefault(decision, 0);
    }
}
