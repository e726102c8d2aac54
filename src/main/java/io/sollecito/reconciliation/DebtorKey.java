package io.sollecito.reconciliation;

/** A debtor's identity: its number is unique only within the source. */
public record DebtorKey(String creditor, String source, String debtor) {}
