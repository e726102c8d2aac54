package io.sollecito.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day that is planned.
 *
 * @param notBefore the run's moment; null: 00:00 of the day in the plan's zone
 * @param stale why the creditor's facts are not fresh, or null when they are
 * @param directions what a person wants otherwise
 */
public record PlanningDay(LocalDate asOf, Instant notBefore, String stale, Directions directions) {

    /** A day on which nobody wants anything otherwise than the plans. */
    public PlanningDay(LocalDate asOf, Instant notBefore, String stale) {
        this(asOf, notBefore, stale, Directions.NONE);
    }

    public static PlanningDay of(LocalDate asOf) {
        return new PlanningDay(asOf, null, null);
    }

    Instant moment(ZoneId zone) {
        Instant midnight = asOf.atStartOfDay(zone).toInstant();
        return notBefore == null || notBefore.isBefore(midnight) ? midnight : notBefore;
    }
}
