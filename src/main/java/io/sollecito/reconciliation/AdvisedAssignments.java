package io.sollecito.reconciliation;

import io.sollecito.model.AdviceLine;
import io.sollecito.reconciliation.Assignment.Weighing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a payment is for whose remittance advice is known: its documents, each with its amount and discount. */
final class AdvisedAssignments {

    private static final double SOME_UNKNOWN = 0.5;

    private final Incoming payment;
    private final Book book;

    AdvisedAssignments(Incoming payment, Book book) {
        this.payment = payment;
        this.book = book;
    }

    Optional<Assignment> of(Advices.Advice advice) {
        List<Allocation> allocations = new ArrayList<>();
        int known = 0;
        for (AdviceLine line : advice.lines()) {
            List<Allocation> ofLine = of(line);
            known += ofLine.isEmpty() ? 0 : 1;
            allocations.addAll(ofLine);
        }
        if (allocations.isEmpty()) {
            return Optional.empty();
        }
        int all = advice.lines().size();
        Weighing weighing = new Weighing()
                .speaks(
                        "the remittance advice " + advice.number() + " names " + known + " open documents",
                        NamedBy.ADVICE.strength());
        if (!advice.isOf(payment.amount(), payment.currency())) {
            weighing.atMost("its total is " + advice.total().toPlainString(), 0.9);
        } else if (known == all) {
            weighing.speaks("its total is the amount", Strength.SUM_OF_NAMED);
        } else {
            weighing.speaks(
                    "its total is the amount; " + (all - known) + " of its documents are not known or not open",
                    SOME_UNKNOWN);
        }
        return Optional.of(weighing.of(allocations));
    }

    private List<Allocation> of(AdviceLine line) {
        Set<Position> named = new LinkedHashSet<>();
        for (String key : Numbers.documentKeys(line.documentNo())) {
            book.byNumber(key).stream().filter(position -> isOf(line, position)).forEach(named::add);
        }
        boolean oneDebtor = named.stream()
                        .map(position -> position.item().debtor())
                        .distinct()
                        .count()
                == 1;
        if (!oneDebtor) {
            return List.of();
        }
        List<Position> byDueDate = named.stream()
                .sorted(Comparator.comparing(
                        position -> position.item().dueDate(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return line.amount().signum() < 0 ? credit(line, byDueDate.get(0)) : debits(line, byDueDate);
    }

    private boolean isOf(AdviceLine line, Position position) {
        Payable item = position.item();
        boolean sameSign = position.left().signum() == line.amount().signum();
        return position.isOpen()
                && sameSign
                && item.currency().equals(payment.currency())
                && item.debtor().creditor().equals(line.creditor())
                && (line.debtor() == null || item.debtor().debtor().equals(line.debtor()));
    }

    private static List<Allocation> credit(AdviceLine line, Position position) {
        return List.of(new Allocation(position.item(), line.amount().max(position.left()), Purpose.PRINCIPAL));
    }

    private static List<Allocation> debits(AdviceLine line, List<Position> positions) {
        List<Allocation> allocations = Fit.inOrder(positions, line.amount());
        Allocation last = allocations.get(allocations.size() - 1);
        BigDecimal left = last.item().open().subtract(last.amount());
        BigDecimal discount =
                line.discount() == null ? BigDecimal.ZERO : line.discount().abs();
        if (discount.signum() > 0 && discount.compareTo(left) <= 0) {
            allocations.add(new Allocation(last.item(), discount, Purpose.DISCOUNT));
        }
        return allocations;
    }
}
