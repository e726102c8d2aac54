package io.sollecito.ledger.journal;

/**
 * Where the journal's chain breaks.
 *
 * @param row the id of the first row that is not as it was sealed, or beside which rows are missing; 0 when none is left
 * @param event of that row, or null
 * @param why a sentence
 */
public record BrokenSeal(long row, String event, String why) {

    @Override
    public String toString() {
        return row == 0 ? why : "row " + row + " (" + event + "): " + why;
    }
}
