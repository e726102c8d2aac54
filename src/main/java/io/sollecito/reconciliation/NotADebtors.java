package io.sollecito.reconciliation;

import io.sollecito.reconciliation.Decision.NotOurs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Money that is known not to be a debtor's payment: fees, interest, taxes, own transfers, what the hub's owner pays. */
final class NotADebtors {

    private final Set<String> ownAccounts;
    private final NotOursFacts facts;

    NotADebtors(Set<String> ownAccounts, NotOursFacts facts) {
        this.ownAccounts = ownAccounts;
        this.facts = facts;
    }

    /** When it is none, whatever its text names. */
    Optional<NotOurs> certain(Incoming payment) {
        if (payment.iban() != null
                && (ownAccounts.contains(payment.iban()) || payment.iban().equals(payment.account()))) {
            return because("a transfer between own accounts");
        }
        if (payment.amount().signum() == 0) {
            return because("no money moved");
        }
        return facts.rules()
                .always(payment)
                .map(NotADebtors::byRule)
                .or(() -> facts.payouts().toldBefore(payment).flatMap(NotADebtors::because));
    }

    /** Money out that refunds nobody. */
    NotOurs spent(Incoming payment) {
        return facts.rules()
                .of(payment)
                .map(NotADebtors::byRule)
                .or(() -> learned(payment))
                .orElseGet(() -> new NotOurs(List.of("money out that returns no payment")));
    }

    /** When it is none because nobody is known to have paid and nothing is named. */
    Optional<NotOurs> probable(Incoming payment) {
        return facts.rules().of(payment).map(NotADebtors::byRule).or(() -> learned(payment));
    }

    private Optional<NotOurs> learned(Incoming payment) {
        return payment.iban() == null
                ? Optional.empty()
                : facts.strangers().known(payment.iban()).flatMap(NotADebtors::because);
    }

    private static Optional<NotOurs> because(String reason) {
        return Optional.of(new NotOurs(List.of(reason)));
    }

    private static NotOurs byRule(NotOursRule rule) {
        return new NotOurs(List.of(rule.reason(), "rule " + rule.name()), rule.name(), null);
    }
}
