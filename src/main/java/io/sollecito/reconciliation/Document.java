package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A document that a payment names, with all that is open of it: its instalments, and what the ERP lowered unexplained.
 *
 * @param evidence how it is named, in plain words
 * @param how the same as a strength
 */
record Document(String evidence, NamedBy how, List<Position> positions) {

    Set<DebtorKey> debtors() {
        Set<DebtorKey> debtors = new LinkedHashSet<>();
        positions.forEach(position -> debtors.add(position.item().debtor()));
        return debtors;
    }

    Document of(Set<DebtorKey> some) {
        return new Document(
                evidence,
                how,
                positions.stream()
                        .filter(position -> some.contains(position.item().debtor()))
                        .toList());
    }

    /** What is open, by due date. */
    List<Position> open() {
        return positions.stream()
                .filter(position -> position.isOpen() && !position.item().closedByErp())
                .sorted(Comparator.comparing(
                        (Position position) -> position.item().dueDate(),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** What the ERP has booked and nothing explains yet. */
    List<Position> booked() {
        return positions.stream()
                .filter(position -> position.isOpen() && position.item().closedByErp())
                .toList();
    }

    static BigDecimal sum(List<Position> positions) {
        return positions.stream().map(Position::left).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same without credits. */
    Document debits() {
        return new Document(
                evidence, how, positions.stream().filter(Position::isDebit).toList());
    }

    /** What is open of it in one currency. */
    Document openIn(String currency) {
        return new Document(
                evidence,
                how,
                positions.stream()
                        .filter(position ->
                                position.isOpen() && position.item().currency().equals(currency))
                        .toList());
    }

    boolean isEmpty() {
        return positions.isEmpty();
    }

    static Set<DebtorKey> debtors(List<Document> documents) {
        Set<DebtorKey> debtors = new LinkedHashSet<>();
        documents.forEach(document -> debtors.addAll(document.debtors()));
        return debtors;
    }
}
