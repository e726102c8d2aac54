package io.sollecito.reconciliation;

import io.sollecito.ledger.payments.Confirmations;
import io.sollecito.ledger.payments.MatchFacts;
import io.sollecito.ledger.payments.PaymentDecider;
import io.sollecito.model.Creditor;
import io.sollecito.model.Discount;
import io.sollecito.model.Telling;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Matches payments against the ledger: a statement's new ones, or those that other facts may explain. */
public final class Reconciler implements PaymentDecider {

    private static final int MONTHS_TO_RETURN = 14;
    private static final int TIMES_NOT_OURS = 3;

    private final Creditor creditor;
    private final Clock clock;
    private final NotOursRules rules;

    /** With the shipped rules for money that is no debtor's. */
    public Reconciler(Creditor creditor, Clock clock) {
        this(creditor, clock, NotOursRules.shipped());
    }

    public Reconciler(Creditor creditor, Clock clock, NotOursRules rules) {
        this.creditor = creditor;
        this.clock = clock;
        this.rules = rules;
    }

    @Override
    public List<Decided> decide(List<NewPayment> payments, MatchFacts facts) {
        List<Incoming> incoming = payments.stream()
                .map(payment -> Incoming.of(
                        payment.account(), payment.entry().bookingDate(), payment.entry(), payment.payment()))
                .toList();
        ReferenceBook references = references(incoming, facts);
        Book book = new Book(
                new Wanted(incoming, references), debtor -> facts.settledNumbers(debtor.source(), debtor.debtor()));
        facts.debtors(row ->
                book.add(new KnownDebtor(key(facts, row.source(), row.debtor()), row.name(), List.of(), row.payer())));
        facts.accounts(row ->
                book.add(new KnownDebtor(key(facts, row.source(), row.debtor()), null, List.of(row.iban()), null)));
        facts.openItems(row -> book.add(payable(facts, row)));
        facts.decreases(clock, row -> book.add(payable(facts, row)));
        Set<String> own = new HashSet<>(creditor.accounts());
        incoming.forEach(payment -> own.add(payment.account()));
        List<Decision> decisions = new Matcher(
                        book,
                        references,
                        history(facts),
                        own,
                        new NotOursFacts(rules, ProviderPayouts.of(incoming, facts, references), strangers(facts)),
                        creditor.matching())
                .decide(incoming);
        decisions = new SettlementOrder(
                        creditor.country(),
                        references,
                        payment -> Payer.of(payment, book).isKnownByAccount())
                .of(incoming, decisions, facts);
        Decided[] decided = new Decided[decisions.size()];
        for (int i = 0; i < decided.length; i++) {
            decided[i] =
                    decided(incoming.get(i).amount(), aboutItsReference(incoming.get(i), decisions.get(i), references));
        }
        return List.of(decided);
    }

    /** A provider confirms what our reference names, and nothing else: its amount alone speaks for no other item. */
    private static Decision aboutItsReference(Incoming payment, Decision decision, ReferenceBook references) {
        if (!Confirmations.isProviders(payment.account()) || decision.word().equals("notOurs")) {
            return decision;
        }
        Set<Long> named = references.lookup(References.normalized(payment.creditorReference())).stream()
                .map(ReferenceBook.Listed::itemId)
                .collect(Collectors.toSet());
        List<Allocation> all = new ArrayList<>(Outcomes.allocations(decision));
        Outcomes.candidates(decision).forEach(candidate -> all.addAll(candidate.allocations()));
        return all.stream()
                        .allMatch(allocation -> named.contains(allocation.item().itemId()))
                ? decision
                : new Decision.Unmatched(decision.evidence());
    }

    private static ReferenceBook references(List<Incoming> payments, MatchFacts facts) {
        Set<String> named = new HashSet<>();
        for (Incoming payment : payments) {
            String reference = References.normalized(payment.creditorReference());
            if (reference != null && !reference.isEmpty()) {
                named.add(reference);
            }
            named.addAll(References.inText(payment.remittance()));
        }
        Map<String, List<MatchFacts.Listed>> found = facts.references(named);
        return reference -> found.getOrDefault(reference, List.of()).stream()
                .map(listed -> new ReferenceBook.Listed(listed.itemId(), listed.amount()))
                .toList();
    }

    private static PaidBefore history(MatchFacts facts) {
        return new PaidBefore() {
            @Override
            public List<Paid> of(Incoming returned) {
                return paidBefore(returned, facts);
            }

            @Override
            public boolean isPaidAgain(Incoming payment) {
                return facts.wasReturned(
                        payment.account(),
                        payment.amount(),
                        payment.currency(),
                        Telling.reference(payment.endToEndId()),
                        payment.iban(),
                        payment.bookingDate().minusMonths(MONTHS_TO_RETURN));
            }
        };
    }

    private static List<PaidBefore.Paid> paidBefore(Incoming returned, MatchFacts facts) {
        return facts
                .paidBefore(
                        returned.account(),
                        Returns.least(returned),
                        returned.amount().negate(),
                        returned.currency(),
                        returned.bookingDate().minusMonths(MONTHS_TO_RETURN))
                .stream()
                .filter(paid -> Returns.isPossible(returned, paid.amount(), paid.endToEndId()))
                .map(paid -> new PaidBefore.Paid(
                        paid.paymentId(),
                        paid.amount(),
                        paid.currency(),
                        paid.endToEndId(),
                        paid.bankReference(),
                        paid.iban(),
                        paid.parts().stream()
                                .map(part -> new Allocation(
                                        payable(facts, part.item()), part.amount(), Purpose.of(part.purpose())))
                                .toList()))
                .toList();
    }

    private static Decided decided(BigDecimal amount, Decision decision) {
        return new Decided(
                decision.word(),
                decision instanceof Decision.Returned ? amount : Outcomes.unallocated(amount, decision),
                decision.evidence(),
                decision instanceof Decision.Returned ? List.of() : parts(Outcomes.allocations(decision)),
                Outcomes.candidates(decision).stream()
                        .map(candidate -> new Candidate(
                                candidate.score(),
                                String.join("; ", candidate.evidence()),
                                parts(candidate.allocations())))
                        .toList(),
                about(decision),
                fee(amount, decision));
    }

    /** The payment that a return gives back, or the return that a fee was taken for. */
    private static Long about(Decision decision) {
        return decision instanceof Decision.Returned returned
                ? returned.original()
                : decision instanceof Decision.NotOurs notOurs ? notOurs.feeFor() : null;
    }

    private static BigDecimal fee(BigDecimal amount, Decision decision) {
        if (decision instanceof Decision.Returned returned) {
            return returned.fee();
        }
        boolean isFee = decision instanceof Decision.NotOurs notOurs && NotOursRules.RETURN_FEE.equals(notOurs.rule());
        return isFee && amount.signum() < 0 ? amount.negate() : null;
    }

    private static Strangers strangers(MatchFacts facts) {
        Map<String, MatchFacts.Stranger> known = facts.strangers(TIMES_NOT_OURS);
        return iban -> Optional.ofNullable(known.get(iban))
                .map(stranger -> "people said " + stranger.times() + " times that this account's money is no debtor's,"
                        + " last on " + stranger.last());
    }

    private static List<Part> parts(List<Allocation> allocations) {
        return allocations.stream()
                .map(allocation -> new Part(
                        allocation.item().itemId(),
                        allocation.amount(),
                        allocation.purpose().word(),
                        allocation.item().closedByErp() && !allocation.purpose().isCharge()))
                .toList();
    }

    private static DebtorKey key(MatchFacts facts, String source, String debtor) {
        return new DebtorKey(facts.creditor(), source.intern(), debtor);
    }

    static Payable payable(MatchFacts facts, MatchFacts.Open row) {
        return new Payable(
                row.itemId(),
                key(facts, row.source(), row.debtor()),
                row.documentNo(),
                row.printedNo(),
                row.instalment(),
                row.dueDate(),
                row.currency(),
                row.open(),
                row.discountUntil() == null ? null : new Discount(row.discountUntil(), row.discount()),
                row.withheld(),
                row.paymentReference(),
                row.closedByErp());
    }
}
