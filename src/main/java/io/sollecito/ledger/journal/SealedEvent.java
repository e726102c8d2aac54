package io.sollecito.ledger.journal;

/**
 * A sealed row of the journal and whom it is about.
 *
 * @param sealNo its place in the journal's order, without gaps
 * @param source the debtor's ERP; null, as is {@code debtor}, when the row is about no debtor or about several
 */
public record SealedEvent(long sealNo, Journal.Row row, String source, String debtor) {}
