package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A charge as messages list it.
 *
 * @param number of the document that it is for, as the debtor knows it
 * @param from the first day that interest is charged for, or null
 * @param until the last such day, or null
 * @param rate in per cent a year, several separated by {@code /}; or null
 * @param amount what is still to be paid of it
 */
public record ChargeLine(
        String number,
        int instalment,
        ChargeKind kind,
        LocalDate from,
        LocalDate until,
        String rate,
        BigDecimal amount) {

    /** What is left after so much was paid. */
    public ChargeLine less(BigDecimal paid) {
        return paid.signum() == 0
                ? this
                : new ChargeLine(number, instalment, kind, from, until, rate, amount.subtract(paid));
    }
}
