package io.sollecito.ledger.exports;

/**
 * What became of an export.
 *
 * @param id of its row; 0 for a poll that found nothing, which leaves none
 * @param state applied, unchanged, outdated, held, unreadable or rejected
 * @param reason why it was not applied, or a warning about one that was; or null
 */
public record Taken(long id, String state, String reason, Counts counts) {

    public boolean applied() {
        return state.equals("applied");
    }
}
