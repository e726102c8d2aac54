package io.sollecito.ledger.payments;

import io.sollecito.model.Telling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which entries of a statement are the money of which entries of notifications: by the bank's reference, else by amount and
 * booking or value date, else as the sum of a notification's entries of one day. All are of one account.
 */
final class SameMoney {

    /**
     * An entry.
     *
     * @param message the notification that it stands in
     * @param blank whether it says nothing of who paid, as collective amounts do
     * @param said what its payments say
     */
    record Side(
            Object id,
            Object message,
            String family,
            BigDecimal amount,
            String currency,
            LocalDate booked,
            LocalDate value,
            String reference,
            boolean blank,
            Said said) {

        Side asBlank() {
            return new Side(id, message, family, amount, currency, booked, value, reference, true, said);
        }

        private boolean sameDay(Side other) {
            return booked.equals(other.booked) || (value != null && value.equals(other.value));
        }

        private boolean near(Side other) {
            return Math.abs(ChronoUnit.DAYS.between(booked, other.booked)) <= MOST_DAYS_APART;
        }

        /** In one family of formats the bank gives an entry one reference. */
        private boolean otherReference(Side other) {
            return family.equals(other.family)
                    && Telling.reference(reference) != null
                    && Telling.reference(other.reference) != null
                    && !reference.equals(other.reference);
        }

        private boolean mayBe(Side other) {
            return sameDay(other) && !otherReference(other) && !said.isOthers(other.said);
        }
    }

    private record Money(BigDecimal amount, String currency) {
        static Money of(Side side) {
            return new Money(side.amount().stripTrailingZeros(), side.currency());
        }
    }

    private record Sum(Object message, String currency, LocalDate booked, int sign) {
        static Sum of(Side side) {
            return new Sum(
                    side.message(),
                    side.currency(),
                    side.booked(),
                    side.amount().signum());
        }
    }

    private static final int MOST_DAYS_APART = 10;

    private final Map<Side, List<Side>> pairs = new LinkedHashMap<>();
    private final Set<Side> paired = new HashSet<>();
    private final Set<Side> doubtful = new HashSet<>();
    private final List<Side> booked;
    private final List<Side> advised;

    SameMoney(List<Side> booked, List<Side> advised) {
        this.booked = new ArrayList<>(booked);
        this.advised = new ArrayList<>(advised);
        byReference();
        byDay();
        bySum();
    }

    /** The entries of notifications whose money an entry of a statement is. */
    Map<Side, List<Side>> pairs() {
        return pairs;
    }

    /** Entries, of statements and of notifications, that may be each other's money or not. */
    Set<Side> doubtful() {
        return doubtful;
    }

    private void byReference() {
        Map<List<Object>, List<Side>> known = booked.stream()
                .filter(entry -> Telling.reference(entry.reference()) != null)
                .collect(Collectors.groupingBy(SameMoney::moneyAndReference));
        for (Side told : List.copyOf(advised)) {
            if (Telling.reference(told.reference()) != null) {
                known.getOrDefault(moneyAndReference(told), List.of()).stream()
                        .filter(entry -> entry.near(told) && !isPaired(entry))
                        .findFirst()
                        .ifPresent(entry -> pair(entry, List.of(told)));
            }
        }
        forgetPaired();
    }

    private static List<Object> moneyAndReference(Side side) {
        return List.of(Money.of(side), side.reference());
    }

    private void byDay() {
        Map<Money, List<Side>> known = booked.stream().collect(Collectors.groupingBy(Money::of));
        Map<Money, List<Side>> told =
                advised.stream().collect(Collectors.groupingBy(Money::of, LinkedHashMap::new, Collectors.toList()));
        told.forEach((money, these) -> byDay(known.getOrDefault(money, List.of()), these));
        forgetPaired();
    }

    /** Of equal amounts: those of one booking date first, then those of one value date. */
    private void byDay(List<Side> known, List<Side> told) {
        for (Function<Side, LocalDate> day : List.<Function<Side, LocalDate>>of(Side::booked, Side::value)) {
            Map<LocalDate, List<Side>> knownOfDay = open(known, day);
            open(told, day).forEach((date, these) -> equal(knownOfDay.getOrDefault(date, List.of()), these));
        }
    }

    private Map<LocalDate, List<Side>> open(List<Side> sides, Function<Side, LocalDate> day) {
        return sides.stream()
                .filter(side -> day.apply(side) != null && !isPaired(side) && !doubtful.contains(side))
                .collect(Collectors.groupingBy(day, LinkedHashMap::new, Collectors.toList()));
    }

    private void equal(List<Side> known, List<Side> told) {
        List<Side> entries = known.stream()
                .filter(entry -> told.stream().anyMatch(entry::mayBe))
                .toList();
        List<Side> these = told.stream()
                .filter(one -> entries.stream().anyMatch(one::mayBe))
                .toList();
        if (entries.size() <= these.size()) {
            inOrder(entries, these);
            return;
        }
        List<Side> blank = entries.stream().filter(Side::blank).toList();
        if (blank.size() >= these.size()) {
            inOrder(blank, these);
            return;
        }
        for (Side one : these) {
            List<Side> alike = entries.stream()
                    .filter(entry ->
                            !isPaired(entry) && entry.mayBe(one) && entry.said().alike(one.said()))
                    .toList();
            if (alike.size() == 1) {
                pair(alike.get(0), List.of(one));
            } else {
                doubtful.add(one);
            }
        }
        if (these.stream().anyMatch(doubtful::contains)) {
            entries.stream().filter(entry -> !isPaired(entry)).forEach(doubtful::add);
        }
    }

    /** Those that say the same first. */
    private void inOrder(List<Side> entries, List<Side> told) {
        List<Side> left = new LinkedList<>(told);
        pairFirst(
                entries, left, (entry, one) -> entry.mayBe(one) && entry.said().alike(one.said()));
        pairFirst(entries, left, Side::mayBe);
    }

    private void pairFirst(List<Side> entries, List<Side> left, BiPredicate<Side, Side> fits) {
        for (Side entry : entries) {
            for (Iterator<Side> rest = left.iterator(); rest.hasNext() && !isPaired(entry); ) {
                Side one = rest.next();
                if (fits.test(entry, one)) {
                    rest.remove();
                    pair(entry, List.of(one));
                }
            }
        }
    }

    private void bySum() {
        advised.stream()
                .filter(side -> !doubtful.contains(side))
                .collect(Collectors.groupingBy(Sum::of, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(these -> these.size() > 1)
                .forEach(this::asSum);
        forgetPaired();
    }

    private void asSum(List<Side> told) {
        BigDecimal sum = told.stream().map(Side::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Side first = told.get(0);
        List<Side> entries = booked.stream()
                .filter(entry -> entry.blank()
                        && !isPaired(entry)
                        && entry.amount().compareTo(sum) == 0
                        && entry.currency().equals(first.currency())
                        && told.stream().allMatch(entry::sameDay))
                .toList();
        if (entries.size() == 1) {
            pair(entries.get(0), told);
        }
    }

    private boolean isPaired(Side side) {
        return paired.contains(side);
    }

    private void pair(Side entry, List<Side> told) {
        pairs.put(entry, told);
        paired.add(entry);
        paired.addAll(told);
    }

    private void forgetPaired() {
        booked.removeIf(this::isPaired);
        advised.removeIf(this::isPaired);
    }
}
