package io.sollecito.model;

import java.util.Locale;

/** What became of a promise or a payment plan. */
public enum AgreementState {
    /** Its last day is still to come. */
    RUNNING,
    /** The money arrived in time. */
    KEPT,
    /** Some of a promise's money arrived in time; the rest of the promise is broken. */
    PARTLY_KEPT,
    /** Nothing of a promise arrived in time, or an instalment of a plan was missed. */
    BROKEN,
    /** Its items were settled otherwise than by payment before it could be kept. */
    LAPSED,
    /** A person ended it. */
    WITHDRAWN;

    /** As the ledger writes it, such as partly-kept. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
