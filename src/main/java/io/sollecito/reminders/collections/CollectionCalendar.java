package io.sollecito.reminders.collections;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.model.Collected;
import io.sollecito.model.ItemDecision;
import java.time.LocalDate;

/**
 * Says of what a creditor's banks collect where it stands: to be collected; collected, and may come back; collected for good;
 * or presented, and nobody knows what became of it. Its day is the first bank day from when the bank may collect it.
 */
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

    /**
     * Where it stands on that day, in words: a decision's reason.
     *
     * @param settled whether the money is there, or the source has closed the item
     */
    public String stateOn(LocalDate asOf, Collected collected, boolean settled) {
        String by = collected.instrument().byWords();
        if (collected.from() == null) {
            return "collected" + by;
        }
        LocalDate day = bankDays.onOrAfter(collected.from());
        if (asOf.isBefore(day)) {
            return "to be collected" + by + " on " + day;
        }
        return times.of(collected.instrument())
                .map(time -> since(day, asOf, by, time, settled))
                .orElse("collected" + by + "; how long it may come back is not known: add it to reminders/"
                        + ReturnTimes.FILE);
    }

    private String since(LocalDate day, LocalDate asOf, String by, ReturnTime time, boolean settled) {
        LocalDate until = time.returns().after(day, bankDays);
        if (!asOf.isAfter(until)) {
            return "collected" + by + ", may come back until " + until;
        }
        return settled
                ? "collected" + by + unauthorised(day, asOf, time)
                : ItemDecision.UNANSWERED_COLLECTION + until + "; a person asks the bank";
    }

    private String unauthorised(LocalDate day, LocalDate asOf, ReturnTime time) {
        if (time.unauthorised() == null) {
            return "";
        }
        LocalDate until = time.unauthorised().after(day, bankDays);
        return asOf.isAfter(until) ? "" : "; as not authorised it may come back until " + until;
    }
}
