package io.sollecito.model;

import java.util.Locale;

/** What a planning run decides about an item: the first that applies, in this order. */
public enum PlanOutcome {
    SETTLED,
    CREDIT,
    STALE,
    NO_PLAN,
    HELD,
    PAYMENT_UNCLEAR,
    FINISHED,
    NOT_YET,
    AWAITING_DELIVERY,
    NO_ADDRESS,
    CREDIT_COVERS,
    BELOW_MINIMUM,
    AWAITING_APPROVAL,
    REMIND;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the contracts and the ledger write it, such as not-yet. */
    public String text() {
        return text;
    }

    public static PlanOutcome of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
