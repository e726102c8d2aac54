package io.sollecito.reconciliation;

import java.util.List;

/**
 * What matching knows of a debtor.
 *
 * @param ibans of its accounts, from the ERP or learned
 * @param payer the debtor number of who pays for it, or null
 */
public record KnownDebtor(DebtorKey key, String name, List<String> ibans, String payer) {}
