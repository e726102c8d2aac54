package io.sollecito.ledger.bills;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A bill in the ledger.
 *
 * @param until the last day of its period
 * @param total as it states it, or null
 * @param amount the sum of its rows
 */
public record StoredBill(
        long id,
        String creditor,
        String number,
        LocalDate from,
        LocalDate until,
        String currency,
        BigDecimal total,
        String fileName,
        Instant takenAt,
        long letters,
        BigDecimal amount) {}
