package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a payment names: by structured reference, by reference in the text, by document number.
 *
 * @param documents what references and telling numbers name, each document once
 * @param doubtful positions that short, date-like or adjoining numbers could name
 * @param suspects what whole numbers name that the text calls an order's or another's
 * @param counters the running numbers in the text, which name documents only of who may have paid
 * @param more how many further documents the text speaks of, zero when it does not say
 * @param goesOn whether the text speaks of further documents, or was cut off
 * @param toldElsewhere whether the text points to an advice, or to the parts of a collective credit
 * @param customerNumbers what stands behind a word such as customer number
 * @param months that the text names
 * @param listed for a reference of ours, the amounts that its reminder listed by item; else empty
 * @param paid names that are known, but nothing is open of them any more in this matching
 * @param invalid references whose check digits fail
 * @param others words of the text that name nothing known
 * @param byReference whether a structured reference names the documents
 */
record Naming(
        List<Document> documents,
        List<Position> doubtful,
        List<Document> suspects,
        List<Counter> counters,
        int more,
        boolean goesOn,
        boolean toldElsewhere,
        List<String> customerNumbers,
        List<Months.Named> months,
        Map<Long, BigDecimal> listed,
        List<String> paid,
        List<String> invalid,
        List<Mention> others,
        boolean byReference) {

    private static final int LEAST_TELLING = 3;
    private static final int LEAST_WITH_SLIP = 4;

    static Naming of(Incoming payment, Book book, ReferenceBook references) {
        return new NamingFinder(payment, book, references).find();
    }

    /** Whether the text holds an unknown number of the same make as one of these. */
    boolean namesAnotherLike(Collection<Position> positions) {
        if (others.isEmpty()) {
            return false;
        }
        Set<String> shapes = new HashSet<>();
        for (Position position : positions) {
            Numbers.keys(position.item().documentNo()).forEach(key -> shapes.add(Numbers.shape(key)));
            Numbers.keys(position.item().printedNo()).forEach(key -> shapes.add(Numbers.shape(key)));
        }
        return others.stream()
                .flatMap(mention -> mention.keys().stream())
                .anyMatch(key -> !Numbers.isWeak(key) && shapes.contains(Numbers.shape(key)));
    }

    /** Whether a running number that follows a word such as invoice, or has their length, is none of these positions'. */
    boolean tellsAnother(Collection<Position> positions) {
        return counters.stream()
                .filter(counter -> counter.kind() != Counter.Kind.OTHER && !counter.maybe())
                .filter(counter -> counter.kind() == Counter.Kind.DOCUMENT || isAsLong(counter, positions))
                .anyMatch(counter -> positions.stream().noneMatch(position -> hit(counter, position) != null));
    }

    private static boolean isAsLong(Counter counter, Collection<Position> positions) {
        int length = counter.digits().length();
        return length >= LEAST_TELLING
                && !Numbers.isDateLike(counter.digits())
                && positions.stream()
                        .flatMap(position -> position.shortNumbers().stream())
                        .anyMatch(number -> number.digits().length() == length);
    }

    /** Whether a running number after a word such as invoice is one digit off this position's. */
    boolean isOneSlipAwayInShort(Position position) {
        return counters.stream()
                .filter(counter -> counter.kind() == Counter.Kind.DOCUMENT && !counter.maybe())
                .anyMatch(counter -> position.shortNumbers().stream()
                        .anyMatch(number -> number.digits().length() >= LEAST_WITH_SLIP
                                && Numbers.isOneSlipAway(counter.digits(), number.digits(), LEAST_WITH_SLIP)));
    }

    /** What the running numbers with their years name, whoever paid. */
    List<Position> withYear(Book book) {
        return counters.stream()
                .map(Counter::keyWithYear)
                .filter(Objects::nonNull)
                .flatMap(key -> book.byNumber(key).stream())
                .filter(Position::isOpen)
                .toList();
    }

    /**
     * The documents among these positions that running numbers name.
     *
     * @param maybe those that are only read into the text (ranges, last digits), or else those that stand in it
     */
    List<Document> shortly(Collection<Position> positions, boolean maybe) {
        Map<String, List<Position>> found = new LinkedHashMap<>();
        Map<String, NamedBy> how = new LinkedHashMap<>();
        for (Counter counter : counters) {
            if (counter.maybe() != maybe) {
                continue;
            }
            for (Position position : positions) {
                NamedBy by = hit(counter, position);
                if (by != null) {
                    String key =
                            position.item().debtor() + " " + position.item().documentNo();
                    List<Position> same = found.computeIfAbsent(key, k -> new ArrayList<>(1));
                    if (!same.contains(position)) {
                        same.add(position);
                    }
                    how.merge(key, by, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        }
        return found.entrySet().stream()
                .map(named -> new Document(
                        "number " + named.getValue().get(0).item().number() + " in short in the remittance",
                        how.get(named.getKey()),
                        List.copyOf(named.getValue())))
                .toList();
    }

    private static NamedBy hit(Counter counter, Position position) {
        for (ShortNumbers.Short number : position.shortNumbers()) {
            if (counter.isOf(number.digits(), number.year())) {
                return how(counter, number);
            }
        }
        return null;
    }

    private static NamedBy how(Counter counter, ShortNumbers.Short number) {
        if (counter.kind() == Counter.Kind.OTHER) {
            return NamedBy.DOUBTFUL;
        }
        boolean told = counter.kind() == Counter.Kind.DOCUMENT || counter.agreesOnYear(number.year());
        if (counter.agreesOnYear(number.year()) && number.digits().length() >= LEAST_WITH_SLIP) {
            return NamedBy.SHORT_NUMBER_WITH_YEAR;
        }
        if (told) {
            return number.digits().length() < 2 && counter.kind() != Counter.Kind.DOCUMENT
                    ? NamedBy.DOUBTFUL
                    : NamedBy.SHORT_NUMBER_TOLD;
        }
        return number.digits().length() < 3 || Numbers.isDateLike(number.digits())
                ? NamedBy.DOUBTFUL
                : NamedBy.SHORT_NUMBER;
    }
}
