package io.sollecito.ledger.payments;

import io.sollecito.model.Statement;
import java.util.Map;

/**
 * What became of one statement.
 *
 * @param state applied, unchanged (the same bytes were applied before), interim (recorded, not booked) or quarantined
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

    static StatementTaken applied(Statement statement, int fresh, boolean gap, Map<String, Integer> decisions) {
        return new StatementTaken(
                statement.statementId(),
                "applied",
                null,
                fresh,
                statement.entries().size() - fresh,
                gap,
                decisions);
    }

    static StatementTaken unchanged(Statement statement) {
        return new StatementTaken(
                statement.statementId(),
                "unchanged",
                null,
                0,
                statement.entries().size(),
                false,
                Map.of());
    }

    static StatementTaken quarantined(Statement statement, String reason) {
        return new StatementTaken(statement.statementId(), "quarantined", reason, 0, 0, false, Map.of());
    }

    public int count(String decision) {
        return decisions.getOrDefault(decision, 0);
    }
}
