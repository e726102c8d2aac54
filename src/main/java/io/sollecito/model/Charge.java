package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a reminder adds to one of its items, in the item's currency; never part of the item's own amounts.
 *
 * @param step the item's own step, which charges it
 * @param from the first day that interest is charged for, or null
 * @param until the last such day, or null
 * @param rate of interest in per cent a year, several separated by {@code /}; or null
 * @param basis how it was computed, for people
 */
public record Charge(
        CaseItem item,
        String step,
        ChargeKind kind,
        BigDecimal amount,
        LocalDate from,
        LocalDate until,
        String rate,
        String basis) {}
