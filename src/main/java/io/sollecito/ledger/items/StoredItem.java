package io.sollecito.ledger.items;

import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An open item as the ledger holds it.
 *
 * @param item with the ERP's own open amount; zero once settled; its line is the one that changed it last
 * @param effective what is really open (law 10)
 * @param pending allocations that the ERP does not account for yet
 * @param frozen its newest record is quarantined
 * @param settledCause null while open
 */
public record StoredItem(
        long id,
        OpenItem item,
        BigDecimal effective,
        BigDecimal pending,
        boolean frozen,
        String settledCause,
        Instant settledAt,
        long createdExport,
        long createdLine,
        long changedExport) {}
