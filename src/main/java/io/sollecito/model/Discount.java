package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Early-payment discount: {@code amount} may be deducted by who pays on or before {@code until}. */
public record Discount(LocalDate until, BigDecimal amount) {}
