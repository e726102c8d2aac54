package io.sollecito.reconciliation;

import java.util.Optional;

/** Money that was told twice: a provider's confirmation, and the bank's entry by which the provider pays it out. */
public interface Payouts {

    /** No provider confirms payments. */
    Payouts NONE = payment -> Optional.empty();

    /** Why the payment is no further money of a debtor's; empty when it may be. */
    Optional<String> toldBefore(Incoming payment);
}
