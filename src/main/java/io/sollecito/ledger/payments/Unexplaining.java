package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;

/**
 * What a person takes back was not what the ERP accounted for: the ERP's figures stand, and the decrease that the
 * allocation explained waits for the payment that explains it (law 10).
 */
final class Unexplaining {

    private record Explained(long changeId, BigDecimal amount) {}

    private final Database database;

    Unexplaining(Database database) {
        this.database = database;
    }

    /** @param confirmedBy the export that accounted for the allocation, or null; its decrease comes first */
    void of(long item, BigDecimal amount, Long confirmedBy) {
        BigDecimal rest = amount.abs().min(beyondOthers(item));
        for (Explained change : explained(item, confirmedBy)) {
            BigDecimal less = change.amount().min(rest);
            if (less.signum() > 0) {
                lower(change, less);
                rest = rest.subtract(less);
            }
        }
        database.sql()
                .sql("update open_item set settled_cause = 'unknown' where id = ? and settled_cause = 'payment'"
                        + " and (select c.cause from item_change c where c.id = (select max(s.id) from item_change s"
                        + "  where s.item_id = open_item.id and s.what = 'settled')) = 'unknown'")
                .param(item)
                .update();
    }

    /** How much of the item's decreases no other allocation explains. */
    private BigDecimal beyondOthers(long item) {
        return database.sql()
                .sql("select coalesce((select sum(explained) from item_change where item_id = :item), 0)"
                        + " - coalesce((select sum(abs(amount)) from allocation where item_id = :item"
                        + "  and state in ('confirmed', 'reversal-pending', 'reversal-confirmed')"
                        + "  and purpose not in ('interest', 'costs')), 0)")
                .param("item", item)
                .query(BigDecimal.class)
                .single();
    }

    private Iterable<Explained> explained(long item, Long confirmedBy) {
        return database.sql()
                .sql("select id, explained from item_change where item_id = ? and explained > 0"
                        + " order by case when export_id = ? then 0 else 1 end, id desc")
                .params(item, confirmedBy == null ? 0 : confirmedBy)
                .query((rs, n) -> new Explained(rs.getLong("id"), rs.getBigDecimal("explained")))
                .list();
    }

    private void lower(Explained change, BigDecimal less) {
        boolean nothingLeft = change.amount().compareTo(less) == 0;
        database.sql()
                .sql("update item_change set explained = explained - ? where id = ?")
                .params(less, change.changeId())
                .update();
        if (nothingLeft) {
            database.sql()
                    .sql("update item_change set cause = case when what = 'settled' then 'unknown' end"
                            + " where id = ? and cause = 'payment'")
                    .param(change.changeId())
                    .update();
        }
    }
}
