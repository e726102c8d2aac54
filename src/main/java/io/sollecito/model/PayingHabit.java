package io.sollecito.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a debtor account has paid so far.
 *
 * @param paid of all items that it rests on
 * @param unreminded of those that were paid without a reminder after their due date
 * @param channels how many payments answered a reminder by that channel
 * @param kept promises to pay that were kept
 * @param broken promises that were not
 * @param disputes how often an item or the account was disputed
 * @param returned payments that the bank gave back, such as unpaid direct debits
 */
public record PayingHabit(
        Lateness paid,
        Lateness unreminded,
        Map<String, Integer> channels,
        int kept,
        int broken,
        int disputes,
        int returned) {

    /** Nothing is known yet. */
    public static final PayingHabit NONE =
            new PayingHabit(Lateness.NONE, Lateness.NONE, Map.of(), 0, 0, 0, 0);

    /** The newest payments tell how he pays; older ones how he used to. */
    private static final int NEWEST = 40;

    private static final Comparator<PaidItem> NEWEST_FIRST = Comparator.comparing(PaidItem::paid)
            .thenComparing(PaidItem::due)
            .thenComparing(PaidItem::number)
            .thenComparing(PaidItem::reminded, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    public PayingHabit {
        channels = Map.copyOf(channels);
    }

    /** By the account's paid items, in any order; promises, disputes and returned payments are not known. */
    public static PayingHabit of(Collection<PaidItem> items) {
        List<PaidItem> newest =
                items.stream().sorted(NEWEST_FIRST).limit(NEWEST).toList();
        Map<String, Integer> channels = new TreeMap<>();
        newest.stream()
                .map(PaidItem::reminded)
                .filter(Objects::nonNull)
                .forEach(channel -> channels.merge(channel, 1, Integer::sum));
        return new PayingHabit(
                Lateness.of(newest.stream().map(PaidItem::daysLate).toList()),
                Lateness.of(newest.stream()
                        .filter(item -> item.reminded() == null)
                        .map(PaidItem::daysLate)
                        .toList()),
                channels,
                0,
                0,
                0,
                0);
    }

    /** The same with what happened beside payments. */
    public PayingHabit with(int promisesKept, int promisesBroken, int disputed, int paymentsReturned) {
        return new PayingHabit(paid, unreminded, channels, promisesKept, promisesBroken, disputed, paymentsReturned);
    }

    /** How many paid items it rests on. */
    public int items() {
        return paid.items();
    }

    /** How many of them needed a reminder. */
    public int reminded() {
        return paid.items() - unreminded.items();
    }

    /** The share of items that needed a reminder, in whole per cent. */
    public int remindedShare() {
        return paid.items() == 0 ? 0 : reminded() * 100 / paid.items();
    }

    /** Among these channels, the one whose reminders most payments answered; empty when two did alike, or none. */
    public Optional<String> bestChannel(Collection<String> among) {
        List<String> best = among.stream()
                .filter(channels::containsKey)
                .sorted(Comparator.comparing(channels::get).reversed())
                .toList();
        boolean clear = best.size() == 1 || best.size() > 1 && channels.get(best.get(0)) > channels.get(best.get(1));
        return clear ? Optional.of(best.get(0)) : Optional.empty();
    }
}
