package io.sollecito.reconciliation;

import io.sollecito.model.MatchingRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an amount settles the documents that a payment names. */
final class NamedFit {

    private final Incoming payment;
    private final MatchingRules rules;

    NamedFit(Incoming payment, MatchingRules rules) {
        this.payment = payment;
        this.rules = rules;
    }

    /** A reference of ours names amounts: the payment may be exactly what the reminder listed. */
    Optional<Fit> asListed(List<Document> named, Map<Long, BigDecimal> listed) {
        BigDecimal sum = BigDecimal.ZERO;
        List<Allocation> allocations = new ArrayList<>();
        for (Document document : named) {
            Position position = document.positions().get(0);
            BigDecimal amount = listed.get(position.item().itemId());
            boolean stillOpen = amount != null
                    && document.positions().size() == 1
                    && amount.signum() == position.left().signum()
                    && amount.abs().compareTo(position.left().abs()) <= 0;
            if (!stillOpen) {
                return Optional.empty();
            }
            sum = sum.add(amount);
            allocations.add(new Allocation(position.item(), amount, Purpose.PRINCIPAL));
        }
        return sum.compareTo(payment.amount()) == 0
                ? Optional.of(new Fit(allocations, "the amount is what the reminder listed"))
                : Optional.empty();
    }

    /** All that is named, and of one document also some of its instalments. */
    Optional<Fit> exact(List<Document> named) {
        return fit(bookedFirst(named))
                .or(() -> fit(openFirst(named)))
                .or(() -> fit(all(named)))
                .or(() -> named.size() == 1 ? instalments(named.get(0)) : Optional.empty());
    }

    private Optional<Fit> fit(List<Position> positions) {
        return Fit.exact(positions, payment.amount(), paidOn());
    }

    /** Who does not deduct the credits that are named, such as those that our reminder lists, leaves them open. */
    Optional<Fit> withoutCredits(List<Document> named) {
        List<Document> debits = named.stream()
                .map(Document::debits)
                .filter(document -> !document.isEmpty())
                .toList();
        return debits.equals(named) ? Optional.empty() : exact(debits);
    }

    /** Less what a bank may have kept, or what people round. */
    Optional<Fit> nearly(List<Document> named) {
        List<Position> positions = openFirst(named);
        return Fit.roundedDiscount(positions, payment.amount(), paidOn())
                .or(() ->
                        Fit.lessFee(positions, payment.amount(), rules.missing(payment.currency(), payment.charges())));
    }

    /** Less the only choice of the debtor's open credits that explains what is missing. */
    Optional<Fit> lessCredits(List<Document> named, List<Position> credits) {
        List<Position> positions = openFirst(named);
        BigDecimal missing = payment.amount().subtract(Document.sum(positions));
        if (missing.signum() >= 0) {
            return Optional.empty();
        }
        return Subset.only(credits, missing, 0).map(some -> {
            List<Position> together = new ArrayList<>(positions);
            together.addAll(some.chosen());
            return new Fit(
                    Fit.whole(together),
                    "less the credit " + some.chosen().get(0).item().number()
                            + " of the debtor the amount is what is open");
        });
    }

    private LocalDate paidOn() {
        return payment.bookingDate().minusDays(rules.discountGraceDays());
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
        for (int i = 1; i < byDueDate.size(); i++) {
            Optional<Fit> fit = fit(byDueDate.subList(0, i));
            if (fit.isPresent()) {
                return fit;
            }
        }
        return Optional.empty();
    }

    private static List<Position> bookedFirst(List<Document> named) {
        List<Position> positions = new ArrayList<>();
        named.forEach(document -> positions.addAll(document.booked().isEmpty() ? document.open() : document.booked()));
        return positions;
    }

    /** What is open of each document, or else what the ERP has booked of it. */
    static List<Position> openFirst(List<Document> named) {
        List<Position> positions = new ArrayList<>();
        named.forEach(document -> positions.addAll(document.open().isEmpty() ? document.booked() : document.open()));
        return positions;
    }

    private static List<Position> all(List<Document> named) {
        List<Position> positions = new ArrayList<>();
        named.forEach(document -> {
            positions.addAll(document.open());
            positions.addAll(document.booked());
        });
        return positions;
    }
}
