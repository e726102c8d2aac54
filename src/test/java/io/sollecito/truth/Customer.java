package io.sollecito.truth;

import io.sollecito.model.Debtor;

/**
 * A debtor with what only he and the simulation know.
 *
 * @param master what the ERP has of him
 * @param iban the account that he pays from; the ERP may not have it
 */
record Customer(Debtor master, Language language, String iban) {

    boolean isAccountKnown() {
        return master.bankAccounts().contains(iban);
    }

    boolean isPerson() {
        return "consumer".equals(master.debtorClass());
    }
}
