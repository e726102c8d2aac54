package io.sollecito.model;

import java.util.Locale;

/**
 * What kind of document a receivable is. The sign of its amounts is kept apart from it: an invoice may be negative (a
 * cancellation, or a source that writes credits so) and is a credit then.
 */
public enum DocumentType {
    INVOICE,
    CREDIT_NOTE,
    DEBIT_NOTE,
    ADVANCE,
    PAYMENT_ON_ACCOUNT,
    OTHER;

    /** Whether it is owed to the debtor by its nature: never positive. */
    public boolean isNeverOwed() {
        return this == CREDIT_NOTE || this == PAYMENT_ON_ACCOUNT;
    }

    /** In words, such as {@code credit note}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
