package io.sollecito.ledger.payments;

/**
 * What is known of an entry's payments before they are matched.
 *
 * @param decision what becomes of them; null when the entry brings no payments of its own
 * @param awaits what they wait for, or null
 * @param evidence a sentence
 */
record Told(String decision, String awaits, String evidence) {

    /** Its payments are the ledger's already. */
    static final Told NOTHING = new Told(null, null, null);

    private static final String NOT_OURS = "notOurs";
    private static final String DETAILS = "details";

    static Told counted(String where) {
        return new Told(NOT_OURS, null, "the payments of this amount came one by one, in " + where);
    }

    static Told perhapsCounted() {
        return new Told(
                "unmatched",
                DETAILS,
                "a notification tells of this amount and day too; a person decides whether it is the same money");
    }

    static Told collective(int payments) {
        return new Told(
                "unmatched",
                DETAILS,
                "the sum of " + payments + " payments, which waits for their details or for a person");
    }

    /** Whether its money counts as other payments. */
    boolean isAside() {
        return NOT_OURS.equals(decision);
    }

    boolean isNothing() {
        return decision == null;
    }
}
