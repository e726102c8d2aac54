package io.sollecito.reconciliation;

import java.util.HashSet;
import java.util.Set;

/**
 * Who the bank says has paid.
 *
 * @param byIban the debtors of the account; several share it when there are several
 * @param byName the debtors of that name
 * @param family one known debtor (by account, else by name) and those it pays for; empty when it is none or not one
 * @param sure whether the account, and not only the name, says so
 */
record Payer(Set<DebtorKey> byIban, Set<DebtorKey> byName, Set<DebtorKey> family, boolean sure) {

    static Payer of(Incoming payment, Book book) {
        Set<DebtorKey> byIban = payment.iban() == null ? Set.of() : book.byIban(payment.iban());
        Set<DebtorKey> byName = book.byName(payment.name());
        if (byIban.size() == 1) {
            return new Payer(byIban, byName, book.family(byIban), true);
        }
        for (DebtorKey head : byIban) {
            Set<DebtorKey> family = book.family(Set.of(head));
            if (family.containsAll(byIban)) {
                return new Payer(byIban, byName, family, true);
            }
        }
        boolean named = byName.size() == 1 && (byIban.isEmpty() || byIban.containsAll(byName));
        return new Payer(byIban, byName, named ? book.family(byName) : Set.of(), false);
    }

    boolean isKnown() {
        return !family.isEmpty();
    }

    /** Whether the account, or without a known account the name, is one of these debtors' or of who pays for them. */
    boolean agrees(Set<DebtorKey> debtors) {
        Set<DebtorKey> known = new HashSet<>(byIban.isEmpty() ? byName : byIban);
        known.addAll(family);
        return known.containsAll(debtors);
    }

    /** Whether the account, or without a known account the name, is known to be another's than these debtors'. */
    boolean contradicts(Set<DebtorKey> debtors) {
        return !(byIban.isEmpty() && byName.isEmpty()) && !agrees(debtors);
    }

    String sentence(Incoming payment) {
        DebtorKey debtor = family.iterator().next();
        return sure
                ? "the account " + payment.iban() + " is known as debtor " + debtor.debtor() + "'s"
                : "the payer's name is debtor " + debtor.debtor() + "'s";
    }
}
