package io.sollecito.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may have paid, best first: by the account, by the name as far as it is alike, by what the account paid before.
 *
 * @param likely each with those it pays for
 */
record Payer(List<Likely> likely) {

    static final double ACCOUNT = 0.9;
    private static final double SHARED_ACCOUNT = 0.6;
    private static final double ACCOUNT_OF_MANY = 0.3;
    private static final int MANY = 5;
    private static final double PAID_BEFORE = 0.75;
    private static final double CUSTOMER_NUMBER = 0.85;
    private static final double SURE = 0.95;
    private static final double LIKELY_ENOUGH = 0.5;
    private static final double ENOUGH_TO_CONTRADICT = 0.8;

    /**
     * @param family the debtor, or the debtors of one account, and those it pays for
     * @param strength how sure it is that one of the family paid, from 0 to 1
     * @param account whether the account says so, and not only the name
     */
    record Likely(Set<DebtorKey> family, double strength, boolean account, String sentence) {}

    static Payer of(Incoming payment, Book book) {
        return of(payment, List.of(), book);
    }

    /** @param customerNumbers that the payment's text names */
    static Payer of(Incoming payment, List<String> customerNumbers, Book book) {
        Map<DebtorKey, Double> byName = book.byName(payment.name());
        Set<DebtorKey> byIban = payment.iban() == null ? Set.of() : book.byIban(payment.iban());
        List<Likely> likely = new ArrayList<>();
        Set<DebtorKey> family = oneFamily(byIban, book);
        if (!family.isEmpty()) {
            double name = byName.entrySet().stream()
                    .filter(named -> family.contains(named.getKey()))
                    .mapToDouble(named -> strength(named.getValue(), 1))
                    .max()
                    .orElse(0);
            DebtorKey first = byIban.iterator().next();
            likely.add(new Likely(
                    family,
                    together(ACCOUNT, name),
                    true,
                    "the account " + payment.iban() + " is known as debtor " + first.debtor() + "'s"));
        }
        Map<DebtorKey, Double> others = new LinkedHashMap<>(byName);
        others.keySet().removeAll(family);
        if (family.isEmpty()) {
            byIban.forEach(debtor -> others.putIfAbsent(debtor, 0.0));
        }
        Set<DebtorKey> before = payment.iban() == null ? Set.of() : book.paidFrom(payment.iban());
        before.stream().filter(debtor -> !family.contains(debtor)).forEach(debtor -> others.putIfAbsent(debtor, 0.0));
        Set<DebtorKey> numbered = new LinkedHashSet<>();
        customerNumbers.forEach(number -> numbered.addAll(book.byDebtorNumber(number)));
        numbered.stream().filter(debtor -> !family.contains(debtor)).forEach(debtor -> others.putIfAbsent(debtor, 0.0));
        long sameName = byName.values().stream().filter(alike -> alike >= 1).count();
        others.forEach((debtor, alike) -> likely.add(one(
                payment,
                debtor,
                alike,
                (int) sameName,
                byIban,
                before.contains(debtor),
                numbered.contains(debtor),
                book)));
        likely.sort(Comparator.comparingDouble(Likely::strength).reversed());
        return new Payer(List.copyOf(likely));
    }

    private static Likely one(
            Incoming payment,
            DebtorKey debtor,
            double alike,
            int sameName,
            Set<DebtorKey> byIban,
            boolean paidBefore,
            boolean numbered,
            Book book) {
        double name = strength(alike, Math.max(1, sameName));
        double account = 0;
        String sentence = "the payer's name is " + (alike >= 1 ? "" : "like ") + "debtor " + debtor.debtor() + "'s";
        if (byIban.contains(debtor)) {
            account = byIban.size() > MANY ? ACCOUNT_OF_MANY : SHARED_ACCOUNT;
            sentence = "the account " + payment.iban() + " is debtor " + debtor.debtor() + "'s and "
                    + (byIban.size() - 1) + " others'";
        } else if (paidBefore) {
            account = PAID_BEFORE;
            sentence = "the account " + payment.iban() + " has paid for debtor " + debtor.debtor() + " just now";
        }
        if (numbered) {
            account = Math.max(account, CUSTOMER_NUMBER);
            sentence = "the text names debtor " + debtor.debtor() + "'s number";
        }
        return new Likely(book.family(Set.of(debtor)), together(name, account), false, sentence);
    }

    /** The debtors of an account with those they pay for, when the account is one debtor's or one head office's. */
    private static Set<DebtorKey> oneFamily(Set<DebtorKey> byIban, Book book) {
        if (byIban.size() == 1) {
            return book.family(byIban);
        }
        for (DebtorKey head : byIban) {
            Set<DebtorKey> family = book.family(Set.of(head));
            if (family.containsAll(byIban)) {
                return family;
            }
        }
        return Set.of();
    }

    private static double strength(double alike, int sameName) {
        if (alike >= 1) {
            return sameName == 1 ? 0.85 : 0.5;
        }
        if (alike >= 0.9) {
            return 0.7;
        }
        if (alike >= 0.75) {
            return 0.6;
        }
        return alike > 0 ? 0.4 : 0;
    }

    private static double together(double a, double b) {
        return Math.min(SURE, 1 - (1 - a) * (1 - b));
    }

    /** Whether one debtor, or one family, stands out as the payer. */
    boolean isKnown() {
        return !likely.isEmpty()
                && (likely.size() == 1
                        || 1 - likely.get(1).strength()
                                > 1.5 * (1 - likely.get(0).strength()));
    }

    /** Whether the payer's account, and not only the name, says who it is. */
    boolean isKnownByAccount() {
        return isKnown() && likely.get(0).account();
    }

    /** Whether somebody is likely enough to be asked before the money counts as a stranger's. */
    boolean isSomebody() {
        return !likely.isEmpty() && likely.get(0).strength() >= LIKELY_ENOUGH;
    }

    /** Those for whom the known payer pays; empty when it is none or not one. */
    Set<DebtorKey> family() {
        return isKnown() ? likely.get(0).family() : Set.of();
    }

    /** How sure it is that the payer pays for all these debtors, from 0 to 1. */
    double strength(Set<DebtorKey> debtors) {
        double strength = 1;
        for (DebtorKey debtor : debtors) {
            double best = 0;
            for (Likely one : likely) {
                if (one.family().contains(debtor)) {
                    best = Math.max(best, one.strength());
                }
            }
            strength = Math.min(strength, best);
        }
        return debtors.isEmpty() ? 0 : strength;
    }

    /** Whether somebody else than these debtors is known to have paid. */
    boolean contradicts(Set<DebtorKey> debtors) {
        return !likely.isEmpty() && likely.get(0).strength() >= ENOUGH_TO_CONTRADICT && strength(debtors) == 0;
    }

    /** Why it pays for these debtors, or null when nothing says so. */
    String sentence(Set<DebtorKey> debtors) {
        for (Likely one : likely) {
            if (one.family().containsAll(debtors)) {
                return one.sentence();
            }
        }
        return null;
    }
}
