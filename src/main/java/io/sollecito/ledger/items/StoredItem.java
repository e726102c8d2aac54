package io.sollecito.ledger.items;

import io.sollecito.model.OpenItem;

/**
 * An open item as the ledger holds it.
 *
 * @param item with the ERP's own open amount; zero once settled
 * @param settledCause null while open
 */
public record StoredItem(long id, OpenItem item, String settledCause) {}
