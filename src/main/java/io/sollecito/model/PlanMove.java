package io.sollecito.model;

import java.time.LocalDate;

/**
 * A person's decision that a debtor is under another plan for a while, whatever that plan's {@code for} says.
 *
 * @param until the last day that it counts; it ends by itself
 */
public record PlanMove(String plan, LocalDate from, LocalDate until, String owner, String reason) {

    public boolean countsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
