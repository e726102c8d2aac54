package io.sollecito.reconciliation;

import io.sollecito.model.MatchingRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a payment could be for that names documents. */
final class NamedAssignments {

    private final Incoming payment;
    private final Payer payer;
    private final Naming naming;
    private final Book book;
    private final NamedTogether together;

    NamedAssignments(Incoming payment, Payer payer, Naming naming, Book book, MatchingRules rules) {
        this.payment = payment;
        this.payer = payer;
        this.naming = naming;
        this.book = book;
        this.together = new NamedTogether(payment, payer, naming, book, rules);
    }

    List<Assignment> find() {
        List<Document> telling = naming.documents().stream()
                .map(document -> document.openIn(payment.currency()))
                .filter(document -> !document.isEmpty())
                .map(this::narrowed)
                .toList();
        if (telling.isEmpty()) {
            shortNumbers();
        } else if (Document.sum(NamedFit.openFirst(telling)).signum() > 0 || hasDebit(telling)) {
            telling(telling);
        }
        return together.found();
    }

    private static boolean hasDebit(List<Document> named) {
        return named.stream().anyMatch(document -> !document.debits().isEmpty());
    }

    /** A number of several debtors means the one who pays, if that is known; never across creditors. */
    private Document narrowed(Document document) {
        Set<DebtorKey> debtors = document.debtors();
        boolean oneCreditor =
                debtors.stream().map(DebtorKey::creditor).distinct().count() == 1;
        if (debtors.size() > 1 && oneCreditor) {
            Document ofPayer = document.of(payer.family());
            if (!ofPayer.isEmpty()) {
                return ofPayer;
            }
        }
        return document;
    }

    private void telling(List<Document> telling) {
        long creditors = Document.debtors(telling).stream()
                .map(DebtorKey::creditor)
                .distinct()
                .count();
        boolean several =
                telling.stream().anyMatch(document -> document.debtors().size() > 1);
        if (several || creditors > 1) {
            for (Document document : telling) {
                for (DebtorKey debtor : document.debtors()) {
                    together.weigh(
                            List.of(document.of(Set.of(debtor))),
                            List.of(),
                            creditors > 1
                                    ? "what is named is of several creditors"
                                    : telling.size() > 1 ? "a number is valid for several debtors" : null);
                }
            }
            return;
        }
        Set<Position> known = new HashSet<>();
        Set<String> digits = new HashSet<>();
        for (Document document : telling) {
            known.addAll(document.positions());
            document.positions().forEach(position -> position.shortNumbers().forEach(one -> digits.add(one.digits())));
        }
        Set<DebtorKey> family = new LinkedHashSet<>(book.family(Document.debtors(telling)));
        family.addAll(payer.family());
        List<Position> others = book.openOf(family, payment.currency()).stream()
                .filter(position -> !known.contains(position)
                        && position.shortNumbers().stream().noneMatch(one -> digits.contains(one.digits())))
                .toList();
        List<Document> named = new ArrayList<>(telling);
        naming.shortly(others, false).stream()
                .filter(document -> document.how() != NamedBy.DOUBTFUL)
                .forEach(named::add);
        together.weigh(named, naming.shortly(others, true), null);
    }

    /** Short numbers name only what is of somebody who may have paid, or what has just the amount. */
    private void shortNumbers() {
        for (Payer.Likely likely : payer.likely()) {
            shortNumbers(book.openOf(likely.family(), payment.currency()), false);
        }
        if (together.found().isEmpty()) {
            Map<DebtorKey, List<Position>> byDebtor = new LinkedHashMap<>();
            Set<Position> alike = new LinkedHashSet<>(book.openWith(payment.amount(), payment.currency()));
            naming.withYear(book).forEach(alike::add);
            naming.doubtful().stream()
                    .filter(position ->
                            position.isOpen() && position.item().currency().equals(payment.currency()))
                    .forEach(alike::add);
            alike.forEach(position -> byDebtor.computeIfAbsent(position.item().debtor(), debtor -> new ArrayList<>())
                    .add(position));
            byDebtor.values().forEach(open -> shortNumbers(open, true));
        }
    }

    /** @param onlyExact whether nobody is known who may have paid, so that the amount must fit */
    private void shortNumbers(List<Position> open, boolean onlyExact) {
        List<Document> sure = naming.shortly(open, false);
        List<Document> maybe = naming.shortly(open, true);
        List<Document> telling = sure.stream()
                .filter(document -> document.how() != NamedBy.DOUBTFUL)
                .toList();
        boolean oneNumber =
                naming.counters().stream().map(Counter::digits).distinct().count() == 1;
        boolean allAtOnce = telling.size() > 1 && !oneNumber && together.isExact(telling);
        if (onlyExact && !allAtOnce) {
            telling = telling.stream()
                    .filter(document -> together.isExact(List.of(document)))
                    .toList();
        }
        if (telling.size() == 1 || telling.size() > 1 && !oneNumber) {
            together.weigh(telling, maybe, null);
        } else {
            for (Document document : telling) {
                together.weigh(List.of(document), List.of(), null);
            }
        }
        if (telling.isEmpty()) {
            sure.forEach(together::doubtful);
        }
    }
}
