package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One payment that a debtor agreed to make.
 *
 * @param due the day that was agreed on
 * @param lastDay the last day on which the money may be booked: {@code due} and the creditor's tolerance
 */
public record Instalment(LocalDate due, LocalDate lastDay, BigDecimal amount) {}
