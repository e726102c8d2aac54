package io.sollecito.ledger.items;

import io.sollecito.ledger.database.Database;
import java.util.Optional;

/** Reads open items. */
public final class Items {

    private final Database database;

    public Items(Database database) {
        this.database = database;
    }

    public Optional<StoredItem> find(long id) {
        return database.sql()
                .sql("select * from open_item where id = ?")
                .param(id)
                .query((rs, n) -> new StoredItem(
                        rs.getLong("id"),
                        OpenItemRow.of(rs, rs.getBigDecimal("erp_open")),
                        rs.getString("settled_cause")))
                .optional();
    }
}
