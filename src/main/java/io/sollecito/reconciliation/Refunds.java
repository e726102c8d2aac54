package io.sollecito.reconciliation;

import io.sollecito.reconciliation.Decision.Allocated;
import io.sollecito.reconciliation.Decision.Candidates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Money out that gives a debtor a credit back: it uses the credit up. It is never a negative payment of an invoice, and
 * where account, name and amount do not single out one credit, a person decides.
 */
final class Refunds {

    private final Incoming payment;
    private final Payer payer;
    private final Naming naming;
    private final Book book;
    private final List<String> evidence = new ArrayList<>();

    Refunds(Incoming payment, Payer payer, Naming naming, Book book) {
        this.payment = payment;
        this.payer = payer;
        this.naming = naming;
        this.book = book;
    }

    /** Empty when it refunds no credit that is known. */
    Optional<Decision> decide() {
        List<Position> named = naming.documents().stream()
                .flatMap(document -> document.positions().stream())
                .filter(this::isCredit)
                .distinct()
                .toList();
        return named.isEmpty() ? ofDebtor() : Optional.of(ofNamed(named));
    }

    private Decision ofNamed(List<Position> named) {
        naming.documents().stream().map(Document::evidence).distinct().forEach(evidence::add);
        Set<DebtorKey> debtors =
                named.stream().map(position -> position.item().debtor()).collect(Collectors.toSet());
        boolean fits = Document.sum(named).compareTo(payment.amount()) == 0;
        boolean isPart =
                named.size() == 1 && payment.amount().compareTo(named.get(0).left()) > 0;
        if (debtors.size() > 1 || payer.contradicts(debtors) || !(fits || isPart && payer.strength(debtors) > 0)) {
            evidence.add("account, name and amount do not single out what it refunds");
            return candidates("0.800", named.stream().map(List::of).toList());
        }
        evidence.add(fits ? "the amount is the credit's" : "a part of the credit");
        return allocated(named);
    }

    private Optional<Decision> ofDebtor() {
        if (!payer.isKnown()) {
            return Optional.empty();
        }
        List<Position> credits = book.openOf(payer.family(), payment.currency()).stream()
                .filter(this::isCredit)
                .sorted(Comparator.comparing(
                        (Position position) -> position.item().dueDate(),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        if (credits.isEmpty()) {
            return Optional.empty();
        }
        evidence.add(payer.sentence(payer.family()));
        List<Position> alike = credits.stream()
                .filter(position -> position.left().compareTo(payment.amount()) == 0)
                .toList();
        if (alike.size() == 1) {
            evidence.add("only the credit " + alike.get(0).item().number() + " has this amount");
            return Optional.of(allocated(alike));
        }
        if (!alike.isEmpty()) {
            evidence.add("several credits have this amount");
            return Optional.of(candidates("0.700", alike.stream().map(List::of).toList()));
        }
        if (Document.sum(credits).compareTo(payment.amount()) == 0 && payer.isKnownByAccount()) {
            evidence.add("the amount is that of all the debtor's credits");
            return Optional.of(allocated(credits));
        }
        evidence.add("no credit of the debtor has this amount");
        return Optional.of(candidates("0.400", List.of(credits)));
    }

    private boolean isCredit(Position position) {
        return position.left().signum() < 0
                && !position.item().closedByErp()
                && position.item().currency().equals(payment.currency());
    }

    private Decision allocated(List<Position> credits) {
        List<Allocation> allocations = inOrder(credits);
        return new Allocated(
                allocations, payment.amount().subtract(Allocation.paid(allocations)), List.copyOf(evidence));
    }

    private Decision candidates(String score, List<List<Position>> choices) {
        return new Candidates(
                choices.stream()
                        .map(credits -> Candidate.of(score, inOrder(credits), "a credit that it may refund"))
                        .toList(),
                List.copyOf(evidence));
    }

    /** From the first credit on, until the money is used up. */
    private List<Allocation> inOrder(List<Position> credits) {
        List<Allocation> allocations = new ArrayList<>();
        BigDecimal rest = payment.amount();
        for (Position credit : credits) {
            if (rest.signum() < 0) {
                BigDecimal part = credit.left().max(rest);
                allocations.add(new Allocation(credit.item(), part, Purpose.PRINCIPAL));
                rest = rest.subtract(part);
            }
        }
        return allocations;
    }
}
