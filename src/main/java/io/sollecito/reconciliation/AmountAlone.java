package io.sollecito.reconciliation;

import io.sollecito.reconciliation.Assignment.Weighing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a payment could be for when nothing but the amount speaks: never enough to allocate. */
final class AmountAlone {

    private static final double MOST = 0.3;

    private AmountAlone() {}

    /** What a whole number names that the text calls an order's or another's. */
    static List<Assignment> suspects(Incoming payment, Naming naming) {
        return naming.suspects().stream()
                .map(document -> document.openIn(payment.currency()))
                .map(document -> new Weighing()
                        .speaks(document.evidence(), document.how().strength())
                        .of(Fit.inOrder(document.open(), payment.amount())))
                .toList();
    }

    static List<Assignment> of(Incoming payment, Book book, LocalDate paidOn, List<String> evidence) {
        List<Position> alike = book.openWith(payment.amount(), payment.currency());
        if (alike.size() > Book.MOST_ALIKE) {
            evidence.add("more than " + Book.MOST_ALIKE + " items have this amount");
            return List.of();
        }
        List<Assignment> found = new ArrayList<>();
        for (Position position : alike) {
            Fit.exact(List.of(position), payment.amount(), paidOn)
                    .ifPresent(fit -> found.add(new Weighing()
                            .speaks("the amount alone", MOST / alike.size())
                            .of(fit.allocations())));
        }
        if (!found.isEmpty()) {
            evidence.add("nothing but the amount speaks for " + (found.size() == 1 ? "it" : "them"));
        }
        return found;
    }
}
