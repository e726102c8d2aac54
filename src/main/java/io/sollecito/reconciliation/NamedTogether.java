package io.sollecito.reconciliation;

import io.sollecito.model.MatchingRules;
import io.sollecito.reconciliation.Assignment.Weighing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Weighs how an amount settles documents that are named together. */
final class NamedTogether {

    private final Incoming payment;
    private final Payer payer;
    private final Naming naming;
    private final Book book;
    private final NamedFit fits;
    private final List<Assignment> found = new ArrayList<>();

    NamedTogether(Incoming payment, Payer payer, Naming naming, Book book, MatchingRules rules) {
        this.payment = payment;
        this.payer = payer;
        this.naming = naming;
        this.book = book;
        this.fits = new NamedFit(payment, rules);
    }

    /** What was weighed so far. */
    List<Assignment> found() {
        return found;
    }

    boolean isExact(List<Document> named) {
        return fits.exact(named).isPresent();
    }

    /** Weighs a document of which it is doubtful that it is named: only if the amount is what is open. */
    void doubtful(Document document) {
        List<Document> named = List.of(document);
        fits.exact(named).ifPresent(fit -> add(named, fit, one(fit), weighing(null)));
    }

    /** Weighs the likeliest way in which the amount settles these documents; the others too when that is not sure. */
    void weigh(List<Document> named, List<Document> maybe, String doubt) {
        int before = found.size();
        if (!best(named, maybe, doubt)) {
            rest(named, doubt);
        }
        boolean unsure = found.size() > before
                && found.get(found.size() - 1).allocations().size() > 0
                && found.get(found.size() - 1).doubt() > 0.05;
        if (named.size() > 1 && unsure) {
            for (Document document : named) {
                single(document, "other documents are named too");
            }
        }
    }

    private boolean best(List<Document> named, List<Document> maybe, String doubt) {
        Weighing weighing = weighing(doubt);
        Optional<Fit> fit = fits.asListed(named, naming.listed());
        if (fit.isPresent()) {
            return add(named, fit.get(), Strength.AS_LISTED, weighing);
        }
        List<Document> all = new ArrayList<>(named);
        all.addAll(maybe);
        fit = fits.exact(named)
                .or(() -> fits.withoutCredits(named))
                .or(() -> maybe.isEmpty() ? Optional.empty() : fits.exact(all));
        if (fit.isPresent()) {
            return add(named, fit.get(), named.size() > 1 ? Strength.SUM_OF_NAMED : one(fit.get()), weighing);
        }
        fit = fits.lessCredits(named, credits(named));
        if (fit.isPresent()) {
            return add(named, fit.get(), Strength.WHOLE_BALANCE, weighing);
        }
        Optional<Subset> some =
                all.size() > 1 ? Subset.only(NamedFit.openFirst(all), payment.amount(), 0) : Optional.empty();
        fit = some.isPresent() ? Optional.empty() : fits.nearly(named);
        if (fit.isPresent()) {
            return add(
                    named,
                    fit.get(),
                    named.size() > 1 ? Strength.NEARLY_OF_SEVERAL : Strength.NEARLY,
                    unlessAnothers(named, weighing));
        }
        if (some.isPresent()) {
            weighing.say("not all that is named is paid: " + some.get().chosen().size() + " of them add up");
            return add(
                    named,
                    new Fit(Fit.whole(some.get().chosen()), "the amounts add up"),
                    Math.min(Strength.SOME_OF_NAMED, some.get().strength()),
                    weighing);
        }
        return balance(named, weighing) || andOthers(named, weighing);
    }

    /** Who pays just what another item of theirs comes to may have written down the wrong number. */
    private Weighing unlessAnothers(List<Document> named, Weighing weighing) {
        Set<Position> known = positions(named);
        if (!naming.byReference()) {
            openOfDebtors(named).stream()
                    .filter(position ->
                            !known.contains(position) && position.left().compareTo(payment.amount()) == 0)
                    .findFirst()
                    .ifPresent(other -> weighing.atMost(
                            "the amount is that of " + other.item().number(), 0.9));
        }
        return weighing;
    }

    private List<Position> credits(List<Document> named) {
        Set<Position> known = positions(named);
        return openOfDebtors(named).stream()
                .filter(position -> !position.isDebit() && !known.contains(position))
                .toList();
    }

    /** The payer names some documents and pays all that is open; not who also names one that is not known yet. */
    private boolean balance(List<Document> named, Weighing weighing) {
        if (naming.namesAnotherLike(NamedFit.openFirst(named))) {
            return false;
        }
        List<Position> balance = openOfDebtors(named);
        return balance.size() > 1
                && Document.sum(balance).compareTo(payment.amount()) == 0
                && add(
                        named,
                        new Fit(Fit.whole(balance), "the amount is the debtor's whole balance"),
                        Strength.WHOLE_BALANCE,
                        weighing);
    }

    /** What is named and the one choice of the payer's other items that adds up with it. */
    private boolean andOthers(List<Document> named, Weighing weighing) {
        BigDecimal missing = payment.amount().subtract(Document.sum(NamedFit.openFirst(named)));
        if (missing.signum() <= 0 || naming.namesAnotherLike(NamedFit.openFirst(named))) {
            return false;
        }
        Set<Position> known = positions(named);
        List<Position> others = openOfDebtors(named).stream()
                .filter(position -> !known.contains(position))
                .toList();
        Optional<Subset> rest = Subset.only(others, missing, naming.more());
        if (rest.isEmpty()) {
            return false;
        }
        List<Position> together = new ArrayList<>(NamedFit.openFirst(named));
        together.addAll(rest.get().chosen());
        return add(
                named,
                new Fit(
                        Fit.whole(together),
                        "with " + rest.get().chosen().size() + " more of the debtor's items the amount adds up"),
                rest.get().strength(),
                weighing);
    }

    private static Set<Position> positions(List<Document> named) {
        Set<Position> positions = new HashSet<>();
        named.forEach(document -> positions.addAll(document.positions()));
        return positions;
    }

    /** What is open of the payer whose documents are named, or of their debtors. */
    private List<Position> openOfDebtors(List<Document> named) {
        Set<DebtorKey> debtors = Document.debtors(named);
        Set<DebtorKey> family = payer.family().containsAll(debtors) ? payer.family() : book.family(debtors);
        return book.openOf(family, payment.currency()).stream()
                .filter(position -> !position.item().closedByErp())
                .toList();
    }

    /** The amount fits in no way: a part, or more than what is open. */
    private void rest(List<Document> named, String doubt) {
        List<Position> positions = NamedFit.openFirst(named);
        BigDecimal debits = sum(positions);
        if (payment.amount().compareTo(debits) > 0) {
            more(named, positions, debits, doubt);
        } else if (named.size() == 1) {
            single(named.get(0), doubt);
        } else {
            Weighing weighing = weighing(doubt).atMost("the amounts do not add up", 0.6);
            add(
                    named,
                    new Fit(Fit.inOrder(positions, payment.amount()), "all that is named, in this order"),
                    Strength.PART,
                    weighing);
        }
    }

    private static BigDecimal sum(List<Position> positions) {
        return Document.sum(positions.stream().filter(Position::isDebit).toList());
    }

    private void more(List<Document> named, List<Position> positions, BigDecimal debits, String doubt) {
        Weighing weighing = unlessAnothers(named, weighing(doubt));
        boolean sure = named.size() == 1 || naming.byReference() || payer.strength(Document.debtors(named)) > 0;
        boolean another = naming.namesAnotherLike(positions) || naming.tellsAnother(positions);
        if (!sure || named.size() > 1 && !naming.byReference() && another) {
            weighing.atMost("the amounts do not add up", 0.9);
        } else if (naming.goesOn()) {
            weighing.atMost("the text speaks of further documents", 0.9);
        }
        add(
                named,
                new Fit(
                        Fit.whole(positions.stream().filter(Position::isDebit).toList()),
                        "more than the " + debits.toPlainString() + " that are open"),
                Strength.MORE,
                weighing);
    }

    private void single(Document document, String doubt) {
        List<Document> named = List.of(document);
        Optional<Fit> exact = fits.exact(named);
        List<Position> positions = NamedFit.openFirst(named);
        BigDecimal debits = sum(positions);
        Weighing weighing = weighing(doubt);
        if (exact.isPresent()) {
            add(named, exact.get(), one(exact.get()), weighing);
            return;
        }
        if (payment.amount().compareTo(debits) > 0) {
            more(named, positions, debits, doubt);
            return;
        }
        unlessAnothers(named, weighing);
        if (!document.open().isEmpty() && !document.booked().isEmpty()) {
            weighing.atMost("the ERP has lowered this item by another amount", 0.9);
        } else if (positions.size() > 1) {
            weighing.atMost("the amount fits none of its instalments", 0.9);
        }
        if (naming.namesAnotherLike(positions)) {
            weighing.atMost("the text names another document too", 0.9);
        }
        add(
                named,
                new Fit(
                        Fit.inOrder(positions, payment.amount()),
                        "a part of the " + Document.sum(positions).toPlainString() + " that are open"
                                + late(positions)),
                Strength.PART,
                weighing);
    }

    private String late(List<Position> positions) {
        Payable item = positions.get(0).item();
        return item.discount() != null
                        && payment.bookingDate().isAfter(item.discount().until())
                ? "; its discount ended on " + item.discount().until()
                : "";
    }

    private double one(Fit fit) {
        return Strength.ofOne(fit, payment.amount());
    }

    private Weighing weighing(String doubt) {
        Weighing weighing = new Weighing();
        return doubt == null ? weighing : weighing.atMost(doubt, 0.9);
    }

    private boolean add(List<Document> named, Fit fit, double amount, Weighing weighing) {
        NamedBy weakest = named.get(0).how();
        for (Document document : named) {
            weighing.say(document.evidence());
            weakest = document.how().compareTo(weakest) > 0 ? document.how() : weakest;
        }
        naming.invalid().forEach(weighing::say);
        weighing.speaks(fit.evidence(), weakest.strength()).speaks(null, amount);
        boolean fitting = amount > Strength.MORE;
        Set<DebtorKey> debtors = Document.debtors(named);
        double who = payer.strength(debtors);
        if (who > 0) {
            weighing.speaks(payer.sentence(debtors), who);
        } else if (!book.knowsDebtors() && named.size() == 1) {
            weighing.speaks(null, Strength.NOBODY_TO_CONTRADICT);
        } else if (payer.contradicts(debtors)) {
            String what = payer.likely().get(0).account() ? "account" : "name";
            weighing.speaksAgainst(
                    "the payer's " + what + " is another debtor's" + (fitting ? "" : " and the amount does not fit"),
                    2);
        } else if (!fitting) {
            weighing.say("nothing but the number speaks for it: the payer is not known and the amount does not fit");
        }
        if (fit.allocations().stream().anyMatch(allocation -> allocation.item().closedByErp())) {
            weighing.say("the ERP has booked it already");
        }
        found.add(weighing.of(fit.allocations()));
        return true;
    }
}
