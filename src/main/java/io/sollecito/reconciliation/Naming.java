package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a payment names: by structured reference, by reference in the text, by document number.
 *
 * @param documents what references and telling numbers name, each document once
 * @param weak what short, date-like or adjoining numbers could name: no evidence by itself
 * @param listed for a reference of ours, the amounts that its reminder listed by item; else empty
 * @param paid names that are known, but nothing is open of them any more in this matching
 * @param invalid references whose check digits fail
 * @param others words of the text that name nothing known
 * @param byReference whether a structured reference names the documents
 */
record Naming(
        List<Document> documents,
        List<Document> weak,
        Map<Long, BigDecimal> listed,
        List<String> paid,
        List<String> invalid,
        List<Mention> others,
        boolean byReference) {

    static Naming of(Incoming payment, Book book, ReferenceBook references) {
        return new Finder(payment, book, references).find();
    }

    /** Whether the text holds an unknown number of the same make as one of these. */
    boolean namesAnotherLike(List<Position> positions) {
        Set<String> shapes = new HashSet<>();
        for (Position position : positions) {
            Numbers.keys(position.item().documentNo()).forEach(key -> shapes.add(Numbers.shape(key)));
            Numbers.keys(position.item().printedNo()).forEach(key -> shapes.add(Numbers.shape(key)));
        }
        return others.stream()
                .flatMap(mention -> mention.keys().stream())
                .anyMatch(key -> !Numbers.isWeak(key) && shapes.contains(Numbers.shape(key)));
    }

    private static final class Finder {
        private final Incoming payment;
        private final Book book;
        private final ReferenceBook references;
        private final Map<Set<Position>, Document> documents = new LinkedHashMap<>();
        private final List<Document> weak = new ArrayList<>();
        private final Map<Long, BigDecimal> listed = new HashMap<>();
        private final List<String> paid = new ArrayList<>();
        private final List<String> invalid = new ArrayList<>();
        private final List<Mention> others = new ArrayList<>();
        private boolean byReference;

        Finder(Incoming payment, Book book, ReferenceBook references) {
            this.payment = payment;
            this.book = book;
            this.references = references;
        }

        Naming find() {
            String reference = References.normalized(payment.creditorReference());
            if (reference != null && !reference.isEmpty()) {
                if (!References.holds(reference)) {
                    invalid.add("the check digits of reference " + reference + " do not hold");
                } else if (!byReference(reference, "reference " + reference)) {
                    text(payment.creditorReference(), "the reference");
                }
            }
            References.inText(payment.remittance())
                    .forEach(found -> byReference(found, "reference " + found + " in the remittance"));
            text(payment.remittance(), "the remittance");
            return new Naming(List.copyOf(documents.values()), weak, listed, paid, invalid, others, byReference);
        }

        private boolean byReference(String reference, String evidence) {
            List<ReferenceBook.Listed> ours = references.lookup(reference);
            List<Position> named = new ArrayList<>(book.byReference(reference));
            for (ReferenceBook.Listed item : ours) {
                listed.put(item.itemId(), item.amount());
                named.addAll(book.byId(item.itemId()));
            }
            if (ours.isEmpty() && named.isEmpty()) {
                return false;
            }
            if (named.stream().noneMatch(Position::isOpen)) {
                paid.add(evidence + " names what is already paid");
                return true;
            }
            byReference = true;
            if (ours.isEmpty()) {
                addDocument(evidence, named);
            } else {
                Map<Long, List<Position>> byItem = new LinkedHashMap<>();
                named.stream()
                        .filter(Position::isOpen)
                        .forEach(position -> byItem.computeIfAbsent(
                                        position.item().itemId(), id -> new ArrayList<>())
                                .add(position));
                byItem.values().forEach(positions -> addDocument(evidence, positions));
            }
            return true;
        }

        private void text(String text, String where) {
            RemittanceText words = new RemittanceText(text);
            Map<Mention, List<Position>> hits = new LinkedHashMap<>();
            Set<Integer> taken = new HashSet<>();
            List<Mention> unknown = new ArrayList<>();
            for (Mention mention : words.mentions()) {
                if (isTaken(mention, taken)) {
                    continue;
                }
                List<Position> named = named(mention);
                if (named.isEmpty()) {
                    unknown.add(mention);
                } else {
                    hits.put(mention, named);
                    for (int i = mention.first(); i <= mention.last(); i++) {
                        taken.add(i);
                    }
                }
            }
            unknown.stream().filter(mention -> !isTaken(mention, taken)).forEach(others::add);
            hits.forEach((mention, named) -> {
                String evidence = "number " + named.get(0).item().number() + " in " + where;
                boolean telling = !mention.isWeak() && !words.isPartOfLonger(mention, taken);
                if (named.stream().noneMatch(Position::isOpen)) {
                    if (telling) {
                        paid.add(evidence + " is already paid");
                    }
                } else if (telling) {
                    addDocument(evidence, named);
                } else {
                    weak.add(new Document(evidence, named));
                }
            });
        }

        private static boolean isTaken(Mention mention, Set<Integer> taken) {
            for (int i = mention.first(); i <= mention.last(); i++) {
                if (taken.contains(i)) {
                    return true;
                }
            }
            return false;
        }

        private List<Position> named(Mention mention) {
            Set<Position> found = new java.util.LinkedHashSet<>();
            for (String key : mention.keys()) {
                for (Position position : book.byNumber(key)) {
                    if (!mention.loose() || isDividedLike(mention, position.item())) {
                        found.add(position);
                    }
                }
            }
            return List.copyOf(found);
        }

        /** A blank inside a number counts only where the number itself is divided. */
        private static boolean isDividedLike(Mention mention, Payable item) {
            List<String> parts = Numbers.parts(mention.atoms());
            return parts.equals(parts(item.documentNo())) || parts.equals(parts(item.printedNo()));
        }

        private static List<String> parts(String number) {
            return number == null ? List.of() : Numbers.parts(Numbers.atoms(Names.plain(number)));
        }

        private void addDocument(String evidence, List<Position> positions) {
            Set<Position> key = new HashSet<>(positions);
            boolean known =
                    documents.keySet().stream().anyMatch(other -> other.containsAll(key) || key.containsAll(other));
            if (!known) {
                documents.put(key, new Document(evidence, List.copyOf(positions)));
            }
        }
    }
}
