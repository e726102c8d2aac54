package io.sollecito.reconciliation;

import io.sollecito.reconciliation.Decision.Allocated;
import io.sollecito.reconciliation.Decision.NotOurs;
import io.sollecito.reconciliation.Decision.Returned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what payments are for (law 9): allocated only if the evidence singles out one assignment, else ranked candidates
 * for a person. What names a document is decided first, so that it is gone when only account and amount speak.
 */
public final class Matcher {

    private final Book book;
    private final ReferenceBook references;
    private final PaidBefore history;
    private final NotADebtors notADebtors;
    private final Returns returns;
    private final ThisTime thisTime;

    /** @param ownAccounts the creditor's own IBANs */
    public Matcher(Book book, ReferenceBook references, PaidBefore history, Set<String> ownAccounts) {
        this(book, references, history, ownAccounts, NotOursFacts.of(NotOursRules.shipped()));
    }

    /** @param notOurs what tells money that is no debtor's */
    public Matcher(
            Book book,
            ReferenceBook references,
            PaidBefore history,
            Set<String> ownAccounts,
            NotOursFacts notOurs) {
        this.book = book;
        this.references = references;
        this.history = history;
        this.notADebtors = new NotADebtors(ownAccounts, notOurs);
        this.thisTime = new ThisTime(history);
        this.returns = new Returns(thisTime);
    }

    /** One decision per payment, in their order. */
    public List<Decision> decide(List<Incoming> payments) {
        Decision[] decisions = new Decision[payments.size()];
        List<Integer> unnamed = new ArrayList<>();
        for (int i = 0; i < decisions.length; i++) {
            if (!payments.get(i).isReturn()) {
                decisions[i] = named(payments.get(i)).orElse(null);
                settle(decisions[i]);
                if (decisions[i] == null) {
                    unnamed.add(i);
                }
            }
        }
        for (int i : unnamed) {
            decisions[i] = unnamed(payments.get(i));
            settle(decisions[i]);
        }
        for (int i = 0; i < decisions.length; i++) {
            if (decisions[i] == null) {
                decisions[i] = returned(payments, decisions, i);
            }
        }
        ReturnFees.link(payments, decisions);
        return List.of(decisions);
    }

    private Optional<Decision> named(Incoming payment) {
        if (payment.isReversedDebit() && !history.isPaidAgain(payment)) {
            return Optional.of(cameBack(payment));
        }
        Optional<NotOurs> certain = notADebtors.certain(payment);
        if (certain.isPresent()) {
            return Optional.of(certain.get());
        }
        if (payment.isSpent()) {
            return Optional.of(spent(payment));
        }
        Naming naming = Naming.of(payment, book, references);
        return new ByName(payment, Payer.of(payment, book), naming, book).decide();
    }

    private Decision cameBack(Incoming payment) {
        Optional<Returned> refund = returns.refund(payment);
        refund.ifPresent(returned -> book.take(returned.takenBack()));
        return refund.isPresent() ? refund.get() : new NotOurs(List.of("an own payment that came back"));
    }

    private Decision spent(Incoming payment) {
        return new Refunds(payment, Payer.of(payment, book), Naming.of(payment, book, references), book)
                .decide()
                .orElseGet(() -> notADebtors.spent(payment));
    }

    private Decision unnamed(Incoming payment) {
        Payer payer = Payer.of(payment, book);
        if (payer.byIban().isEmpty() && payer.byName().isEmpty()) {
            Optional<NotOurs> probable = notADebtors.probable(payment);
            if (probable.isPresent()) {
                return probable.get();
            }
        }
        return new ByDebtor(payment, payer, Naming.of(payment, book, references), book).decide();
    }

    private Decision returned(List<Incoming> payments, Decision[] decisions, int index) {
        thisTime.before(payments, decisions, index);
        Returned returned = returns.decide(payments.get(index));
        book.take(returned.takenBack());
        return returned;
    }

    private void settle(Decision decision) {
        if (decision instanceof Allocated allocated) {
            book.take(allocated.allocations());
        }
    }
}
