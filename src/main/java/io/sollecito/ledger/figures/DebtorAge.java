package io.sollecito.ledger.figures;

import io.sollecito.model.AgeBucket;
import java.math.BigDecimal;

/**
 * What a debtor has open in one currency and bucket.
 *
 * @param bucket null: credits that no one has applied yet
 * @param name null when the ERP has delivered none
 * @param disputed how much of the amount is disputed
 */
public record DebtorAge(
        String currency,
        AgeBucket bucket,
        String source,
        String debtor,
        String name,
        long items,
        BigDecimal amount,
        BigDecimal disputed) {}
