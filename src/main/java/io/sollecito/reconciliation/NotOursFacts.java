package io.sollecito.reconciliation;

/**
 * What tells money that is no debtor's.
 *
 * @param payouts what is told twice of payments by link
 * @param strangers what was learned from people's decisions
 */
public record NotOursFacts(NotOursRules rules, Payouts payouts, Strangers strangers) {

    /** Nothing but rules. */
    public static NotOursFacts of(NotOursRules rules) {
        return new NotOursFacts(rules, Payouts.NONE, Strangers.NONE);
    }
}
