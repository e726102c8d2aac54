package io.sollecito.reminders.collections;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.model.Collected;
import java.time.LocalDate;
import java.util.Optional;

/** Says of what a creditor's banks collect where it stands: the day counts that its bank is open, or the next open one. */
public final class CollectionCalendar {

    /** The days on which euro banks settle; for a creditor whose country is not known. */
    private static final String EURO_BANKS = "TARGET";

    private final ReturnTimes times;
    private final BusinessDays bankDays;

    /** @param country the creditor's, ISO 3166-1 alpha-2, or empty */
    public CollectionCalendar(ReturnTimes times, String country) {
        this.times = times;
        this.bankDays = BusinessDays.of(country.isEmpty() ? EURO_BANKS : country);
    }

    /** @param settled whether the money is there, or the source has closed the item */
    public CollectionState on(LocalDate asOf, Collected collected, boolean settled) {
        String by = collected.instrument().byWords();
        if (collected.from() == null) {
            return CollectionState.collected(by, null);
        }
        LocalDate day = bankDays.onOrAfter(collected.from());
        if (asOf.isBefore(day)) {
            return CollectionState.toCome(by, day);
        }
        Optional<ReturnTime> time = times.of(collected.instrument());
        if (time.isEmpty()) {
            return CollectionState.forNobodyKnowsHowLong(by);
        }
        LocalDate until = time.get().returns().after(day, bankDays);
        if (!asOf.isAfter(until)) {
            return CollectionState.mayComeBack(by, until);
        }
        return settled
                ? CollectionState.collected(by, unauthorised(time.get(), day, asOf))
                : CollectionState.unanswered(until);
    }

    private LocalDate unauthorised(ReturnTime time, LocalDate day, LocalDate asOf) {
        if (time.unauthorised() == null) {
            return null;
        }
        LocalDate until = time.unauthorised().after(day, bankDays);
        return asOf.isAfter(until) ? null : until;
    }
}
