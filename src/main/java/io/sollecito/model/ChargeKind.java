package io.sollecito.model;

import java.util.Locale;

/** What the hub adds to an item that is paid late. */
public enum ChargeKind {
    INTEREST,
    COMPENSATION,
    FEE;

    /** As the contracts and the ledger write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ChargeKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
