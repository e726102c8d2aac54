package io.sollecito.reconciliation;

import io.sollecito.reconciliation.Decision.Allocated;
import io.sollecito.reconciliation.Decision.Candidates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides a payment that names documents. */
final class ByName {

    private final Incoming payment;
    private final Payer payer;
    private final Naming naming;
    private final Book book;
    private final List<String> evidence = new ArrayList<>();

    ByName(Incoming payment, Payer payer, Naming naming, Book book) {
        this.payment = payment;
        this.payer = payer;
        this.naming = naming;
        this.book = book;
    }

    /** Empty when the payment names nothing that is open. */
    Optional<Decision> decide() {
        List<Document> named = naming.documents().stream()
                .map(this::inCurrency)
                .filter(document -> !document.positions().isEmpty())
                .map(this::narrowed)
                .toList();
        if (named.isEmpty()
                || named.stream()
                        .allMatch(document -> Document.sum(document.positions()).signum() < 0)) {
            return Optional.empty();
        }
        named.stream().map(Document::evidence).distinct().forEach(evidence::add);
        evidence.addAll(naming.invalid());
        Optional<String> doubt = doubt(named);
        if (doubt.isPresent()) {
            return Optional.of(person(named, doubt.get()));
        }
        Optional<Fit> fit = asListed(named).or(() -> exact(named)).or(() -> withoutCredits(named));
        if (fit.isPresent()) {
            return Optional.of(allocated(fit.get().allocations(), fit.get().evidence()));
        }
        Optional<String> stranger = stranger(debtors(named));
        if (stranger.isPresent()) {
            return Optional.of(person(named, stranger.get()));
        }
        Optional<Decision> balance = wholeBalance(named);
        if (balance.isPresent()) {
            return balance;
        }
        return Optional.of(named.size() == 1 ? one(named.get(0)) : several(named));
    }

    /**
     * Why a number in a text is not enough when the amount does not fit: numbers of orders and post codes look like it. A
     * structured reference is, and so is the payer; where no debtors are known there is nobody to agree with.
     */
    private Optional<String> stranger(Set<DebtorKey> debtors) {
        if (payer.contradicts(debtors)) {
            String what = payer.byIban().isEmpty() ? "name" : "account";
            return Optional.of("the payer's " + what + " is another debtor's and the amount does not fit");
        }
        return naming.byReference() || payer.agrees(debtors) || !book.knowsDebtors()
                ? Optional.empty()
                : Optional.of(
                        "nothing but the number speaks for it: the payer is not known and the amount does not fit");
    }

    /** The payer names some documents and pays all that is open; not who also names one that is not known yet. */
    private Optional<Decision> wholeBalance(List<Document> named) {
        if (!payer.isKnown()
                || !payer.family().containsAll(debtors(named))
                || naming.namesAnotherLike(positions(named))) {
            return Optional.empty();
        }
        List<Position> balance = book.openOf(payer.family(), payment.currency()).stream()
                .filter(position -> !position.item().closedByErp())
                .toList();
        return balance.size() > 1 && Document.sum(balance).compareTo(payment.amount()) == 0
                ? Optional.of(allocated(Fit.whole(balance), "the amount is the debtor's whole balance"))
                : Optional.empty();
    }

    private Document inCurrency(Document document) {
        return new Document(
                document.evidence(),
                document.positions().stream()
                        .filter(position ->
                                position.isOpen() && position.item().currency().equals(payment.currency()))
                        .toList());
    }

    /** A number of several debtors means the one who pays, if that is known; never across creditors. */
    private Document narrowed(Document document) {
        boolean oneCreditor =
                document.debtors().stream().map(DebtorKey::creditor).distinct().count() == 1;
        if (document.debtors().size() > 1 && oneCreditor && payer.isKnown()) {
            Document own = document.of(payer.family());
            return own.positions().isEmpty() ? document : own;
        }
        return document;
    }

    private Optional<String> doubt(List<Document> named) {
        if (debtors(named).stream().map(DebtorKey::creditor).distinct().count() > 1) {
            return Optional.of("this is valid for several creditors");
        }
        if (named.stream().anyMatch(document -> document.debtors().size() > 1)) {
            return Optional.of("a number is valid for several debtors");
        }
        return Optional.empty();
    }

    /** A reference of ours names amounts: the payment may be exactly what the reminder listed. */
    private Optional<Fit> asListed(List<Document> named) {
        BigDecimal sum = BigDecimal.ZERO;
        List<Allocation> allocations = new ArrayList<>();
        for (Document document : named) {
            Position position = document.positions().get(0);
            BigDecimal listed = naming.listed().get(position.item().itemId());
            boolean stillOpen = listed != null
                    && document.positions().size() == 1
                    && listed.signum() == position.left().signum()
                    && listed.abs().compareTo(position.left().abs()) <= 0;
            if (!stillOpen) {
                return Optional.empty();
            }
            sum = sum.add(listed);
            allocations.add(new Allocation(position.item(), listed, Purpose.PRINCIPAL));
        }
        return sum.compareTo(payment.amount()) == 0
                ? Optional.of(new Fit(allocations, "the amount is what the reminder listed"))
                : Optional.empty();
    }

    private Optional<Fit> exact(List<Document> named) {
        List<Position> bookedFirst = new ArrayList<>();
        List<Position> openFirst = new ArrayList<>();
        List<Position> all = new ArrayList<>();
        for (Document document : named) {
            List<Position> booked = document.booked();
            List<Position> open = document.open();
            bookedFirst.addAll(booked.isEmpty() ? open : booked);
            openFirst.addAll(open.isEmpty() ? booked : open);
            all.addAll(open);
            all.addAll(booked);
        }
        return fit(bookedFirst)
                .or(() -> fit(openFirst))
                .or(() -> fit(all))
                .or(() -> named.size() == 1 ? instalments(named.get(0)) : Optional.empty());
    }

    /** Who does not deduct the credits that are named, such as those that our reminder lists, leaves them open. */
    private Optional<Fit> withoutCredits(List<Document> named) {
        List<Document> debits = named.stream()
                .map(Document::debits)
                .filter(document -> !document.positions().isEmpty())
                .toList();
        return debits.equals(named) ? Optional.empty() : exact(debits);
    }

    /** One instalment, or the first ones by due date. */
    private Optional<Fit> instalments(Document document) {
        return single(document.booked()).or(() -> single(document.open())).or(() -> firstOnes(document.open()));
    }

    private Optional<Fit> single(List<Position> positions) {
        List<Fit> fits = positions.stream()
                .flatMap(position -> fit(List.of(position)).stream())
                .toList();
        return fits.size() == 1 ? Optional.of(fits.get(0)) : Optional.empty();
    }

    private Optional<Fit> firstOnes(List<Position> byDueDate) {
        for (int i = 2; i < byDueDate.size(); i++) {
            Optional<Fit> fit = fit(byDueDate.subList(0, i));
            if (fit.isPresent()) {
                return fit;
            }
        }
        return Optional.empty();
    }

    private Optional<Fit> fit(List<Position> positions) {
        return Fit.exact(positions, payment.amount(), payment.bookingDate());
    }

    private Decision one(Document document) {
        List<Position> open = document.open();
        List<Position> booked = document.booked();
        if (!open.isEmpty() && !booked.isEmpty()) {
            return person(List.of(document), "the ERP has lowered this item by another amount");
        }
        List<Position> positions = open.isEmpty() ? booked : open;
        BigDecimal sum = Document.sum(positions);
        if (isMoreThanDebits(positions)) {
            return overpaid(positions);
        }
        if (positions.size() > 1) {
            return person(List.of(document), "the amount fits none of its instalments");
        }
        Payable item = positions.get(0).item();
        String late = item.discount() != null
                        && payment.bookingDate().isAfter(item.discount().until())
                ? "; its discount ended on " + item.discount().until()
                : "";
        return allocated(
                Fit.inOrder(positions, payment.amount()),
                "a part of the " + sum.toPlainString() + " that are open" + late);
    }

    private Decision several(List<Document> named) {
        List<Position> positions = positions(named);
        boolean sure = naming.byReference() || (payer.agrees(debtors(named)) && !naming.namesAnotherLike(positions));
        if (isMoreThanDebits(positions) && sure) {
            return overpaid(positions);
        }
        return person(named, "the amounts do not add up");
    }

    private boolean isMoreThanDebits(List<Position> positions) {
        return payment.amount().compareTo(Document.sum(debits(positions))) > 0;
    }

    private Decision overpaid(List<Position> positions) {
        List<Position> debits = debits(positions);
        return allocated(
                Fit.whole(debits), "more than the " + Document.sum(debits).toPlainString() + " that are open");
    }

    private static List<Position> debits(List<Position> positions) {
        return positions.stream().filter(Position::isDebit).toList();
    }

    private Decision allocated(List<Allocation> allocations, String why) {
        evidence.add(why);
        if (allocations.stream().anyMatch(allocation -> allocation.item().closedByErp())) {
            evidence.add("the ERP has booked it already");
        }
        return new Allocated(
                allocations, payment.amount().subtract(Allocation.paid(allocations)), List.copyOf(evidence));
    }

    private Decision person(List<Document> named, String why) {
        evidence.add(why);
        List<Candidate> candidates = new ArrayList<>();
        for (Document document : named) {
            for (DebtorKey debtor : document.debtors()) {
                List<Position> positions = document.of(Set.of(debtor)).positions();
                boolean fits = fit(positions).isPresent();
                candidate(candidates, fits ? "0.800" : "0.500", positions, document.evidence());
            }
        }
        if (named.size() > 1
                && debtors(named).stream().map(DebtorKey::creditor).distinct().count() == 1) {
            candidate(candidates, "0.600", positions(named), "all that is named, in this order");
        }
        candidates.sort((a, b) -> b.score().compareTo(a.score()));
        return new Candidates(List.copyOf(candidates), List.copyOf(evidence));
    }

    private void candidate(List<Candidate> candidates, String score, List<Position> positions, String why) {
        List<Allocation> allocations =
                fit(positions).map(Fit::allocations).orElseGet(() -> Fit.inOrder(positions, payment.amount()));
        if (!allocations.isEmpty()) {
            candidates.add(Candidate.of(score, allocations, why));
        }
    }

    private static List<Position> positions(List<Document> named) {
        List<Position> positions = new ArrayList<>();
        for (Document document : named) {
            positions.addAll(document.open().isEmpty() ? document.booked() : document.open());
        }
        return positions;
    }

    private static Set<DebtorKey> debtors(List<Document> named) {
        Set<DebtorKey> debtors = new LinkedHashSet<>();
        named.forEach(document -> debtors.addAll(document.debtors()));
        return debtors;
    }
}
