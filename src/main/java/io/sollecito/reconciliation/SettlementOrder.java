package io.sollecito.reconciliation;

import io.sollecito.ledger.payments.MatchFacts;
import io.sollecito.ledger.payments.MatchFacts.Demanded;
import io.sollecito.reconciliation.Decision.Allocated;
import io.sollecito.reconciliation.Decision.Candidates;
import io.sollecito.reconciliation.Decision.Unmatched;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What debtors pay beyond the principal that they name pays the charges that reminders have asked them for, in the order of
 * the creditor's country: costs, interest (BGB 367, ABGB 1416) or interest, costs (c.c. 1194, C. civ. 1343-1). The law
 * would let charges go first and leave principal open; only a person does that.
 */
final class SettlementOrder {

    private static final List<Purpose> COSTS_FIRST = List.of(Purpose.COSTS, Purpose.INTEREST);
    private static final List<Purpose> INTEREST_FIRST = List.of(Purpose.INTEREST, Purpose.COSTS);
    private static final Set<String> WHERE_INTEREST_IS_FIRST = Set.of("FR", "IT", "BE", "LU");

    /** What is still to be paid of an item's charges of one purpose. */
    private static final class Charge {
        private final Payable item;
        private final Purpose purpose;
        private BigDecimal left;

        Charge(Payable item, Demanded demanded) {
            this.item = item;
            this.purpose = Purpose.of(demanded.purpose());
            this.left = demanded.amount();
        }
    }

    private final List<Purpose> order;
    private final ReferenceBook references;
    private final Predicate<Incoming> knowsAccount;
    private final Map<Long, List<Charge>> charges = new LinkedHashMap<>();

    /** @param knowsAccount whether a payment's account says which debtor has paid */
    SettlementOrder(String country, ReferenceBook references, Predicate<Incoming> knowsAccount) {
        this.order = WHERE_INTEREST_IS_FIRST.contains(country) ? INTEREST_FIRST : COSTS_FIRST;
        this.references = references;
        this.knowsAccount = knowsAccount;
    }

    /** The same decisions, with charges paid. */
    List<Decision> of(List<Incoming> payments, List<Decision> decisions, MatchFacts facts) {
        Set<Long> items = new HashSet<>();
        for (int i = 0; i < decisions.size(); i++) {
            items.addAll(mayPayChargesOf(payments.get(i), decisions.get(i)));
        }
        facts.demanded(items)
                .forEach(demanded -> charges.computeIfAbsent(demanded.item().itemId(), item -> new ArrayList<>())
                        .add(new Charge(Reconciler.payable(facts, demanded.item()), demanded)));
        if (charges.isEmpty()) {
            return decisions;
        }
        List<Decision> settled = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            settled.add(of(payments.get(i), decisions.get(i)));
        }
        return settled;
    }

    private Set<Long> mayPayChargesOf(Incoming payment, Decision decision) {
        Set<Long> items = new HashSet<>();
        if (payment.amount().signum() > 0) {
            List<Allocation> principal = principal(payment, decision);
            if (payment.amount().compareTo(Allocation.paid(principal)) > 0) {
                principal.forEach(allocation -> items.add(allocation.item().itemId()));
            }
            if (isOpen(decision)) {
                items.addAll(named(payment));
            }
        }
        return items;
    }

    private Decision of(Incoming payment, Decision decision) {
        if (payment.amount().signum() <= 0) {
            return decision;
        }
        List<Allocation> principal = principal(payment, decision);
        BigDecimal rest = payment.amount().subtract(Allocation.paid(principal));
        List<Long> paid = principal.stream()
                .map(allocation -> allocation.item().itemId())
                .distinct()
                .toList();
        if (decision instanceof Allocated && rest.signum() > 0) {
            return withCharges(decision, principal, paid, rest);
        }
        if (isOpen(decision) && !paid.isEmpty() && isAll(paid, rest)) {
            return withCharges(decision, principal, paid, rest);
        }
        List<Long> named = List.copyOf(named(payment));
        boolean onlyCharges = isOpen(decision) && Outcomes.candidates(decision).isEmpty();
        return onlyCharges && isAll(named, payment.amount())
                ? withCharges(decision, List.of(), named, payment.amount())
                : decision;
    }

    /** What a decision settles beside charges: an allocation, or a known account's one candidate that leaves money over. */
    private List<Allocation> principal(Incoming payment, Decision decision) {
        if (decision instanceof Allocated allocated) {
            return allocated.allocations();
        }
        List<Candidate> candidates = Outcomes.candidates(decision);
        boolean one = candidates.size() == 1
                && payment.amount().compareTo(Allocation.paid(candidates.get(0).allocations())) > 0
                && knowsAccount.test(payment);
        return one ? candidates.get(0).allocations() : List.of();
    }

    private static boolean isOpen(Decision decision) {
        return decision instanceof Candidates || decision instanceof Unmatched;
    }

    private Set<Long> named(Incoming payment) {
        Set<String> written = new HashSet<>(References.inText(payment.remittance()));
        if (payment.creditorReference() != null) {
            written.add(References.normalized(payment.creditorReference()));
        }
        Set<Long> items = new HashSet<>();
        written.forEach(reference -> references.lookup(reference).forEach(listed -> items.add(listed.itemId())));
        return items;
    }

    /** Whether that is all of these items' charges to the cent. */
    private boolean isAll(List<Long> items, BigDecimal amount) {
        BigDecimal all = items.stream()
                .flatMap(item -> charges.getOrDefault(item, List.of()).stream())
                .map(charge -> charge.left)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.signum() > 0 && all.compareTo(amount) == 0;
    }

    private Decision withCharges(Decision decision, List<Allocation> principal, List<Long> items, BigDecimal amount) {
        List<Allocation> allocations = new ArrayList<>(principal);
        BigDecimal rest = amount;
        for (Purpose purpose : order) {
            for (long item : items) {
                for (Charge charge : charges.getOrDefault(item, List.of())) {
                    BigDecimal part = charge.left.min(rest);
                    if (charge.purpose == purpose && part.signum() > 0) {
                        allocations.add(new Allocation(charge.item, part, purpose));
                        charge.left = charge.left.subtract(part);
                        rest = rest.subtract(part);
                    }
                }
            }
        }
        if (allocations.size() == principal.size()) {
            return decision;
        }
        List<String> evidence = new ArrayList<>(decision.evidence());
        evidence.add(
                rest.signum() == 0 && isPaid(items)
                        ? "the amount is what is open and all charges that were asked for"
                        : "what is over pays charges that were asked for");
        return new Allocated(List.copyOf(allocations), rest, List.copyOf(evidence));
    }

    private boolean isPaid(List<Long> items) {
        return items.stream()
                .flatMap(item -> charges.getOrDefault(item, List.of()).stream())
                .allMatch(charge -> charge.left.signum() == 0);
    }
}
