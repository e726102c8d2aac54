package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks up in the book what one payment names. */
final class NamingFinder {

    private static final int LEAST_WITH_BLANKS = 7;

    private final Incoming payment;
    private final Book book;
    private final ReferenceBook references;
    private final Map<Set<Position>, Document> documents = new LinkedHashMap<>();
    private final Set<Position> doubtful = new LinkedHashSet<>();
    private final List<Document> suspects = new ArrayList<>();
    private final List<Counter> counters = new ArrayList<>();
    private final Map<Long, BigDecimal> listed = new HashMap<>();
    private final List<String> paid = new ArrayList<>();
    private final List<String> invalid = new ArrayList<>();
    private final List<Mention> others = new ArrayList<>();
    private boolean byReference;
    private final List<String> customerNumbers = new ArrayList<>();
    private final List<Months.Named> months = new ArrayList<>();
    private int more;
    private boolean goesOn;
    private boolean toldElsewhere;

    NamingFinder(Incoming payment, Book book, ReferenceBook references) {
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
                if (!NationalReferences.hold(reference, payment.account())) {
                    invalid.add("the check digits of reference " + reference + " do not hold");
                }
                text(payment.creditorReference(), "the reference");
            }
        }
        References.inText(payment.remittance())
                .forEach(found -> byReference(found, "reference " + found + " in the remittance"));
        if (payment.remittance() != null) {
            text(payment.remittance(), "the remittance");
        }
        if (payment.ownId() != null) {
            id(payment.ownId());
        }
        return new Naming(
                List.copyOf(documents.values()),
                List.copyOf(doubtful),
                suspects,
                List.copyOf(counters),
                more,
                goesOn,
                toldElsewhere,
                customerNumbers,
                months,
                listed,
                paid,
                invalid,
                others,
                byReference);
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
            addDocument(evidence, NamedBy.REFERENCE, named);
        } else {
            Map<Long, List<Position>> byItem = new LinkedHashMap<>();
            named.stream()
                    .filter(Position::isOpen)
                    .forEach(position -> byItem.computeIfAbsent(position.item().itemId(), id -> new ArrayList<>())
                            .add(position));
            byItem.values().forEach(positions -> addDocument(evidence, NamedBy.REFERENCE, positions));
        }
        return true;
    }

    private void text(String text, String where) {
        RemittanceText words = new RemittanceText(text);
        Counters.Found found = words.counters();
        counters.addAll(found.counters());
        toldElsewhere |= words.isToldElsewhere();
        customerNumbers.addAll(words.customerNumbers());
        months.addAll(Months.in(text));
        more = Math.max(more, found.more());
        goesOn |= found.goesOn();
        Map<Mention, Hit> hits = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        List<Mention> unknown = new ArrayList<>();
        for (Mention mention : words.mentions()) {
            if (isTaken(mention, taken)) {
                continue;
            }
            Hit hit = hit(mention, words);
            if (hit == null) {
                unknown.add(mention);
            } else {
                hits.put(mention, hit);
                taken.addAll(mention.places());
            }
        }
        Set<Integer> named = new HashSet<>();
        hits.forEach((mention, hit) -> {
            boolean telling = !mention.isWeak()
                    && !words.isPartOfLonger(mention, taken, !next(mention, hit).isEmpty());
            if (telling) {
                named.addAll(mention.places());
            }
            if (telling && words.isOfSomethingElse(mention)) {
                suspects.add(new Document(
                        evidence(hit, where) + ", which the text calls another number",
                        NamedBy.DOUBTFUL,
                        hit.positions()));
                telling = false;
            } else if (telling && words.isLeftOut(mention)) {
                suspects.add(new Document(
                        evidence(hit, where) + ", which the text leaves out", NamedBy.DOUBTFUL, hit.positions()));
                telling = false;
            }
            take(mention, hit, telling, where);
        });
        unknown.stream()
                .filter(mention -> !isTaken(mention, named) && !words.isOfSomethingElse(mention))
                .forEach(others::add);
    }

    /** An id that the payer gave may hold a number, but says nothing else. */
    private void id(String id) {
        RemittanceText words = new RemittanceText(id);
        for (Mention mention : words.mentions()) {
            Hit hit = hit(mention, words);
            if (hit != null
                    && !mention.isWeak()
                    && !words.isPartOfLonger(mention, Set.of(), false)
                    && !words.isOfSomethingElse(mention)) {
                take(mention, hit, true, "the end-to-end id");
            }
        }
    }

    private void take(Mention mention, Hit hit, boolean telling, String where) {
        String evidence = evidence(hit, where);
        if (hit.positions().stream().noneMatch(Position::isOpen)) {
            if (telling) {
                paid.add(evidence + " is already paid");
            }
        } else if (telling) {
            addDocument(evidence, hit.how(), hit.positions());
        } else {
            doubtful.addAll(hit.positions());
        }
        if (telling) {
            listGoesOn(mention, hit, where);
        }
    }

    private static String evidence(Hit hit, String where) {
        return "number " + hit.positions().get(0).item().number() + " in " + where;
    }

    private void listGoesOn(Mention mention, Hit hit, String where) {
        next(mention, hit)
                .forEach(positions -> addDocument(
                        "number " + positions.get(0).item().number() + " in a list in " + where,
                        NamedBy.NUMBER,
                        positions));
    }

    /** What the last digits of the next numbers, or the end of a range, name: documents of the same debtors. */
    private List<List<Position>> next(Mention mention, Hit hit) {
        Set<DebtorKey> debtors = new HashSet<>();
        hit.positions().forEach(position -> debtors.add(position.item().debtor()));
        List<List<Position>> all = new ArrayList<>();
        for (String tail : mention.tails()) {
            List<Position> next = book.byNumber(tail).stream()
                    .filter(position -> position.isOpen()
                            && debtors.contains(position.item().debtor()))
                    .toList();
            if (!next.isEmpty()) {
                all.add(next);
            }
        }
        return all;
    }

    private static boolean isTaken(Mention mention, Set<Integer> taken) {
        for (int place = mention.first(); place <= mention.last(); place++) {
            if (taken.contains(place)) {
                return true;
            }
        }
        return false;
    }

    private record Hit(NamedBy how, List<Position> positions) {}

    private Hit hit(Mention mention, RemittanceText words) {
        Set<Position> whole = new LinkedHashSet<>();
        Set<Position> digits = new LinkedHashSet<>();
        Set<Position> inGroups = new LinkedHashSet<>();
        Set<Position> references = new LinkedHashSet<>();
        for (String key : mention.keys()) {
            if (key.length() >= LEAST_WITH_BLANKS) {
                references.addAll(book.byReference(key));
            }
            for (Position position : book.byNumber(key)) {
                if (!mention.loose() || isDividedLike(mention, position.item())) {
                    (isWhole(key, position.item()) ? whole : digits).add(position);
                } else if (isInGroups(mention, words)) {
                    inGroups.add(position);
                }
            }
        }
        if (!references.isEmpty()) {
            return new Hit(NamedBy.REFERENCE, List.copyOf(references));
        }
        if (!whole.isEmpty()) {
            return new Hit(NamedBy.NUMBER, List.copyOf(whole));
        }
        if (digits.isEmpty() && !inGroups.isEmpty()) {
            return new Hit(NamedBy.SPLIT_NUMBER, List.copyOf(inGroups));
        }
        boolean anyDebit =
                digits.stream().anyMatch(position -> position.item().open().signum() > 0);
        digits.removeIf(position -> anyDebit && position.item().open().signum() < 0);
        return digits.isEmpty() ? null : new Hit(NamedBy.DIGITS, List.copyOf(digits));
    }

    private static boolean isWhole(String key, Payable item) {
        return Numbers.keys(item.documentNo()).contains(key)
                || Numbers.keys(item.printedNo()).contains(key);
    }

    /** A blank inside a number counts only where the number itself is divided. */
    private static boolean isDividedLike(Mention mention, Payable item) {
        List<String> parts = Numbers.parts(mention.atoms());
        return isDividedLike(parts, item.documentNo()) || isDividedLike(parts, item.printedNo());
    }

    private static boolean isDividedLike(List<String> parts, String number) {
        if (number == null) {
            return false;
        }
        List<String> its = Numbers.parts(Numbers.atoms(Names.plain(number)));
        return parts.equals(its)
                || parts.equals(its.stream().filter(Numbers::isDigits).toList());
    }

    /** A long number with blanks inside, as people or the ends of lines divide it, and no further digits before or behind it. */
    private static boolean isInGroups(Mention mention, RemittanceText words) {
        return String.join("", mention.atoms()).length() >= LEAST_WITH_BLANKS && !words.hasDigitsBeside(mention);
    }

    private void addDocument(String evidence, NamedBy how, List<Position> positions) {
        Set<Position> key = new HashSet<>(positions);
        boolean known = documents.keySet().stream().anyMatch(other -> other.containsAll(key) || key.containsAll(other));
        if (!known) {
            documents.put(key, new Document(evidence, how, List.copyOf(positions)));
        }
    }
}
