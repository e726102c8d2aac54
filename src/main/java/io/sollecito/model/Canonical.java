package io.sollecito.model;

/** A canonical record: what a mapping makes of a source's records. */
public sealed interface Canonical permits Debtor, OpenItem, OpenItemKey, MappedCreditor, StatementLine, AdviceLine {

    /** The creditor's code, such as ACME-IT. */
    String creditor();

    /** The ERP system of that creditor; numbers are unique only within it. */
    String source();

    /** The debtor's number in the source; null when the record is not of a debtor. */
    String debtor();
}
