package io.sollecito.reconciliation;

import io.sollecito.reconciliation.Decision.Allocated;
import io.sollecito.reconciliation.Decision.Candidates;
import io.sollecito.reconciliation.Decision.Unmatched;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides a payment that names no document: by who paid and how much. */
final class ByDebtor {

    private static final int MOST_CANDIDATES = 10;

    private final Incoming payment;
    private final Payer payer;
    private final Naming naming;
    private final Book book;
    private final List<String> evidence = new ArrayList<>();

    ByDebtor(Incoming payment, Payer payer, Naming naming, Book book) {
        this.payment = payment;
        this.payer = payer;
        this.naming = naming;
        this.book = book;
        evidence.addAll(naming.paid());
        evidence.addAll(naming.invalid());
    }

    Decision decide() {
        if (payer.isKnown()) {
            List<Position> positions = book.openOf(payer.family(), payment.currency());
            evidence.add(payer.sentence(payment));
            Optional<Decision> one = singledOut(positions);
            if (one.isPresent()) {
                return one.get();
            }
            return candidates(positions);
        }
        return candidates(book.openOf(
                book.family(payer.byIban().isEmpty() ? payer.byName() : payer.byIban()), payment.currency()));
    }

    private Optional<Decision> singledOut(List<Position> positions) {
        List<Position> booked = fitting(positions, true);
        List<Position> open = fitting(positions, false);
        Optional<Decision> slip = bySlip(booked, open);
        if (slip.isPresent()) {
            return slip;
        }
        Optional<Decision> weak = byWeakNumber(booked, open);
        if (weak.isPresent()) {
            return weak;
        }
        if (!payer.sure() || !naming.invalid().isEmpty()) {
            return Optional.empty();
        }
        if (!naming.paid().isEmpty() || naming.namesAnotherLike(positions)) {
            evidence.add("the text names another document than the open ones");
            return Optional.empty();
        }
        return byAmount(positions, booked, open);
    }

    private Optional<Decision> byAmount(List<Position> positions, List<Position> booked, List<Position> open) {
        if (booked.size() == 1) {
            evidence.add("the ERP has booked just this amount already, on " + number(booked));
            return Optional.of(allocated(booked));
        }
        if (booked.size() > 1 || open.size() > 1) {
            evidence.add("several items have this amount");
            return Optional.empty();
        }
        List<Position> balance = positions.stream()
                .filter(position -> !position.item().closedByErp())
                .toList();
        boolean isBalance = balance.size() > 1 && Document.sum(balance).compareTo(payment.amount()) == 0;
        if (open.size() == 1 && !isBalance) {
            evidence.add("only " + number(open) + " has this amount");
            return Optional.of(allocated(open));
        }
        if (open.isEmpty() && isBalance) {
            evidence.add("the amount is the debtor's whole balance");
            return Optional.of(allocated(balance));
        }
        return Optional.empty();
    }

    /** One wrong or transposed digit counts when account and amount agree and no document has the number as written. */
    private Optional<Decision> bySlip(List<Position> booked, List<Position> open) {
        List<Position> alike = both(booked, open).filter(this::isOneSlipAway).toList();
        if (alike.size() != 1 || !payer.sure() || namesWhatIsSettled()) {
            return Optional.empty();
        }
        evidence.add("a number one slip away from " + number(alike) + ", and the amount is what is open");
        return Optional.of(allocated(alike));
    }

    /** A short number counts when it picks one of a known debtor's items of this amount; a year never does. */
    private Optional<Decision> byWeakNumber(List<Position> booked, List<Position> open) {
        List<Position> named = both(booked, open)
                .filter(position -> naming.weak().stream()
                        .anyMatch(document -> document.positions().contains(position)))
                .filter(position ->
                        Numbers.keys(position.item().number()).stream().noneMatch(Numbers::isDateLike))
                .toList();
        if (named.size() != 1) {
            return Optional.empty();
        }
        evidence.add("number " + number(named) + " in the remittance, and the amount is what is open");
        return Optional.of(allocated(named));
    }

    private boolean namesWhatIsSettled() {
        Set<String> settled = book.settledNumbers(payer.family());
        return !naming.paid().isEmpty()
                || naming.others().stream()
                        .anyMatch(mention -> mention.keys().stream().anyMatch(settled::contains));
    }

    private boolean isOneSlipAway(Position position) {
        for (String number :
                List.of(position.item().documentNo(), position.item().number())) {
            for (String key : Numbers.keys(number)) {
                for (Mention mention : naming.others()) {
                    if (mention.keys().stream().anyMatch(other -> Numbers.isOneSlipAway(other, key))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static java.util.stream.Stream<Position> both(List<Position> booked, List<Position> open) {
        return java.util.stream.Stream.concat(booked.stream(), open.stream());
    }

    private List<Position> fitting(List<Position> positions, boolean closedByErp) {
        return positions.stream()
                .filter(position -> position.item().closedByErp() == closedByErp)
                .filter(position -> Fit.exact(List.of(position), payment.amount(), payment.bookingDate())
                        .isPresent())
                .toList();
    }

    private Decision allocated(List<Position> positions) {
        List<Allocation> allocations = Fit.exact(positions, payment.amount(), payment.bookingDate())
                .map(Fit::allocations)
                .orElseThrow();
        return new Allocated(
                allocations, payment.amount().subtract(Allocation.paid(allocations)), List.copyOf(evidence));
    }

    private Decision candidates(List<Position> ofPayer) {
        List<Candidate> candidates = new ArrayList<>();
        for (Position position :
                both(fitting(ofPayer, true), fitting(ofPayer, false)).toList()) {
            add(candidates, payer.isKnown() ? "0.700" : "0.600", List.of(position), "payer and amount");
        }
        for (Document document : naming.weak()) {
            for (Position position : document.positions()) {
                if (Fit.exact(List.of(position), payment.amount(), payment.bookingDate())
                        .isPresent()) {
                    add(candidates, "0.500", List.of(position), document.evidence() + ", and the amount");
                }
            }
        }
        if (candidates.isEmpty() && payer.isKnown()) {
            List<Position> open = ofPayer.stream()
                    .filter(position -> !position.item().closedByErp())
                    .sorted(Comparator.comparing(
                            position -> position.item().dueDate(), Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList();
            add(candidates, "0.400", open, "payer; the oldest items first");
        }
        if (candidates.isEmpty()) {
            amountAlone(candidates);
        }
        if (candidates.isEmpty()) {
            evidence.add("nothing open fits");
            return new Unmatched(List.copyOf(evidence));
        }
        return new Candidates(
                candidates.stream()
                        .sorted(Comparator.comparing(Candidate::score).reversed())
                        .limit(Math.max(MOST_CANDIDATES, Book.MOST_ALIKE))
                        .toList(),
                List.copyOf(evidence));
    }

    private void amountAlone(List<Candidate> candidates) {
        List<Position> alike = book.openWith(payment.amount(), payment.currency());
        if (alike.size() > Book.MOST_ALIKE) {
            evidence.add("more than " + Book.MOST_ALIKE + " items have this amount");
            return;
        }
        String score = new BigDecimal("0.300")
                .divide(BigDecimal.valueOf(Math.max(1, alike.size())), 3, java.math.RoundingMode.DOWN)
                .toPlainString();
        alike.forEach(position -> add(candidates, score, List.of(position), "the amount alone"));
        if (!alike.isEmpty()) {
            evidence.add("nothing but the amount speaks for " + (alike.size() == 1 ? "it" : "them"));
        }
    }

    private void add(List<Candidate> candidates, String score, List<Position> positions, String why) {
        List<Allocation> allocations = Fit.exact(positions, payment.amount(), payment.bookingDate())
                .map(Fit::allocations)
                .orElseGet(() -> Fit.inOrder(positions, payment.amount()));
        boolean known =
                candidates.stream().anyMatch(other -> other.allocations().equals(allocations));
        if (!allocations.isEmpty() && !known) {
            candidates.add(Candidate.of(score, allocations, why));
        }
    }

    private static String number(List<Position> positions) {
        return positions.get(0).item().number();
    }
}
