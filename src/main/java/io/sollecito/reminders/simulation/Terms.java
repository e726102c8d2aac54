package io.sollecito.reminders.simulation;

import java.time.LocalDate;

/**
 * What a simulation goes by.
 *
 * @param to the last day that is played
 * @param approveAfterDays after so many business days a person approves a step that waits for it; negative: never
 * @param seed of everything that falls by lot
 */
public record Terms(
        LocalDate from, LocalDate to, Behaviour behaviour, SendingCosts costs, int approveAfterDays, long seed) {}
