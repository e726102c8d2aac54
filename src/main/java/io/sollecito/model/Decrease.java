package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/** By how much less was open of an item from the day after; negative when more was. */
public record Decrease(LocalDate on, BigDecimal amount) {}
