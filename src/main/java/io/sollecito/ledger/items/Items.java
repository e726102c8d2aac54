package io.sollecito.ledger.items;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.StoredDebtor;
import io.sollecito.model.Debtor;
import io.sollecito.model.OpenItem;
import java.util.Optional;

/** Reads open items. */
public final class Items {

    private final Database database;

    public Items(Database database) {
        this.database = database;
    }

    /** The debtor of an item; known by its number only when the ERP has delivered no master data. */
    public Debtor debtorOf(StoredItem stored) {
        OpenItem item = stored.item();
        return database.sql()
                .sql("select canonical from debtor where creditor = ? and source = ? and debtor = ?")
                .params(item.creditor(), item.source(), item.debtor())
                .query(String.class)
                .optional()
                .map(StoredDebtor::of)
                .orElseGet(() -> Debtor.knownByNumber(item.creditor(), item.source(), item.debtor()));
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
