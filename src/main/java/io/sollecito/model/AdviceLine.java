package io.sollecito.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One document of a remittance advice: what a debtor says that he pays.
 *
 * @param advice the advice's number, or the payment's reference
 * @param debtor the debtor's number, or null
 * @param payer the name of who pays, or null
 * @param paid when, or null
 * @param documentNo as the debtor names the document
 * @param amount what is paid of it; a credit that is taken off is negative
 * @param discount what is taken off as discount, or null
 */
public record AdviceLine(
        String creditor,
        String source,
        String advice,
        String debtor,
        String payer,
        LocalDate paid,
        String documentNo,
        String currency,
        BigDecimal amount,
        BigDecimal discount,
        long line)
        implements Canonical {}
