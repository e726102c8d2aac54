package io.sollecito.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A payment provider's word that a debtor has paid by payment link.
 *
 * @param line of the file, from 1
 * @param reference ours (ISO 11649), without blanks: it names the items that are paid
 * @param amount more than zero
 * @param providerId the provider's own number of the payment: the same payment has the same, whenever it is told
 */
public record PaymentConfirmation(
        long line, String reference, BigDecimal amount, String currency, Instant paidAt, String providerId) {}
