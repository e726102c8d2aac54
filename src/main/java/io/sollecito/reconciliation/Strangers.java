package io.sollecito.reconciliation;

import java.util.Optional;

/** Counterparties of which people said again and again that their money is no debtor's. */
public interface Strangers {

    /** Nobody said so of anybody. */
    Strangers NONE = iban -> Optional.empty();

    /** Why the account is known as no debtor's; empty when it is not. */
    Optional<String> known(String iban);
}
