package io.sollecito.reconciliation;

import io.sollecito.model.MatchingRules;
import io.sollecito.reconciliation.Decision.Allocated;
import io.sollecito.reconciliation.Decision.NotOurs;
import io.sollecito.reconciliation.Decision.Returned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    private final MatchingRules rules;
    private final Bands bands;
    private final Advices advices;

    /** @param ownAccounts the creditor's own IBANs */
    public Matcher(Book book, ReferenceBook references, PaidBefore history, Set<String> ownAccounts) {
        this(book, references, history, ownAccounts, NotOursFacts.of(NotOursRules.shipped()));
    }

    /** @param notOurs what tells money that is no debtor's */
    public Matcher(
            Book book, ReferenceBook references, PaidBefore history, Set<String> ownAccounts, NotOursFacts notOurs) {
        this(book, references, history, ownAccounts, notOurs, MatchingRules.DEFAULT);
    }

    /** @param rules the creditor's thresholds and tolerances */
    public Matcher(
            Book book,
            ReferenceBook references,
            PaidBefore history,
            Set<String> ownAccounts,
            NotOursFacts notOurs,
            MatchingRules rules) {
        this(book, references, history, ownAccounts, notOurs, rules, Advices.NONE);
    }

    /** @param advices what debtors said apart from their payments; the book was made for them too */
    public Matcher(
            Book book,
            ReferenceBook references,
            PaidBefore history,
            Set<String> ownAccounts,
            NotOursFacts notOurs,
            MatchingRules rules,
            Advices advices) {
        this.book = book;
        this.references = references;
        this.history = history;
        this.notADebtors = new NotADebtors(ownAccounts, notOurs);
        this.thisTime = new ThisTime(history);
        this.returns = new Returns(thisTime);
        this.rules = rules;
        this.bands = new Bands(rules);
        this.advices = advices;
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
        Payer payer = Payer.of(payment, naming.customerNumbers(), book);
        Optional<Allocated> allocated = bands.allocate(payment, named(payment, payer, naming));
        if (payment.iban() != null) {
            allocated.ifPresent(decision -> book.paidFrom(payment.iban(), debtors(decision.allocations())));
        }
        return allocated.map(Decision.class::cast);
    }

    private List<Assignment> named(Incoming payment, Payer payer, Naming naming) {
        Optional<Assignment> advised = advices.of(payment, payer).flatMap(new AdvisedAssignments(payment, book)::of);
        List<Assignment> assignments = new ArrayList<>();
        advised.ifPresent(assignments::add);
        if (advised.isEmpty()) {
            assignments.addAll(new NamedAssignments(payment, payer, naming, book, rules).find());
        }
        return assignments;
    }

    private static Set<DebtorKey> debtors(List<Allocation> allocations) {
        return allocations.stream()
                .map(allocation -> allocation.item().debtor())
                .collect(Collectors.toSet());
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
        Naming naming = Naming.of(payment, book, references);
        Payer payer = Payer.of(payment, naming.customerNumbers(), book);
        List<Assignment> assignments = named(payment, payer, naming);
        if (!payer.isSomebody() && assignments.isEmpty()) {
            Optional<NotOurs> probable = notADebtors.probable(payment);
            if (probable.isPresent()) {
                return probable.get();
            }
        }
        assignments.addAll(new PayersAssignments(payment, payer, naming, book, rules).find());
        Optional<Allocated> allocated = bands.allocate(payment, assignments);
        if (allocated.isPresent()) {
            return allocated.get();
        }
        List<String> evidence = new ArrayList<>(naming.paid());
        evidence.addAll(naming.invalid());
        assignments.removeIf(assignment -> assignment.allocations().isEmpty());
        if (assignments.isEmpty()) {
            assignments.addAll(AmountAlone.suspects(payment, naming));
            assignments.addAll(AmountAlone.of(
                    payment, book, payment.bookingDate().minusDays(rules.discountGraceDays()), evidence));
        }
        return bands.propose(assignments, evidence);
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
