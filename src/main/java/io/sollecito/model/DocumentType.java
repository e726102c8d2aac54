package io.sollecito.model;

/** What kind of document a receivable is; the sign of its amounts is kept apart from it. */
public enum DocumentType {
    INVOICE,
    CREDIT_NOTE,
    DEBIT_NOTE,
    ADVANCE,
    PAYMENT_ON_ACCOUNT,
    OTHER
}
