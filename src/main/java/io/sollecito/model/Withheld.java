package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A part of the amount that is not demanded (withheld tax, split payment, retention until {@code until}, which may be null). */
public record Withheld(String reason, BigDecimal amount, LocalDate until) {}
