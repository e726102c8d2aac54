package io.sollecito.model;

/**
 * What a planning run decided about an item, and why.
 *
 * @param plan null when none applies
 * @param step the step it is about, or null
 * @param reason for people
 */
public record ItemDecision(PlanOutcome outcome, String plan, String step, String reason) {

    /** How the reason begins when nobody knows what became of what the bank was to collect; the digest tells these. */
    public static final String UNANSWERED_COLLECTION = "presented to the bank, neither paid nor returned by ";

    /** How the reason begins when the creditor's file does not name whom its source says it is paid to; the digest tells these. */
    public static final String UNKNOWN_PAYEE = "it is to be paid to ";
}
