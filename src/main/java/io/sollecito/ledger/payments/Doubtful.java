package io.sollecito.ledger.payments;

/** What becomes of the entries of which the facts do not tell whether they are known. */
public enum Doubtful {
    /** The statement waits for a person. */
    HELD,
    /** A person says that they are further money. */
    NEW,
    /** A person says that they are known. */
    KNOWN
}
