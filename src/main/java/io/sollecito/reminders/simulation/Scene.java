package io.sollecito.reminders.simulation;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.reminders.Planner;

/**
 * A creditor's side of a simulation.
 *
 * @param days on which he plans, and on which his bank books
 * @param currency of what his messages cost
 */
public record Scene(Planner planner, BusinessDays days, String currency) {}
