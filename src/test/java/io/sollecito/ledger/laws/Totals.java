package io.sollecito.ledger.laws;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.items.Clamp;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The open totals computed afresh, row by row and without the ledger's views: the other side of law 1's equation. */
public final class Totals {

    private final Database database;

    public Totals(Database database) {
        this.database = database;
    }

    /** ERP open amounts less pending allocations plus pending reversals, clamped item by item, by currency. */
    public Map<String, BigDecimal> recomputed(String creditor) {
        Map<Long, BigDecimal> waiting = waiting(creditor);
        Map<String, BigDecimal> totals = new TreeMap<>();
        database.sql()
                .sql("select id, currency, erp_open, original_amount from open_item where creditor = ?")
                .param(creditor)
                .query(rs -> {
                    BigDecimal erp = rs.getBigDecimal("erp_open");
                    BigDecimal open = erp.add(waiting.getOrDefault(rs.getLong("id"), BigDecimal.ZERO));
                    BigDecimal clamped = Clamp.of(erp, rs.getBigDecimal("original_amount"), open);
                    totals.merge(rs.getString("currency"), clamped, BigDecimal::add);
                });
        return totals;
    }

    private Map<Long, BigDecimal> waiting(String creditor) {
        Map<Long, BigDecimal> waiting = new HashMap<>();
        database.sql()
                .sql("select a.item_id, a.amount, a.state, a.purpose from allocation a"
                        + " join open_item i on i.id = a.item_id where i.creditor = ?")
                .param(creditor)
                .query(rs -> {
                    BigDecimal amount = rs.getBigDecimal("amount");
                    boolean charge = rs.getString("purpose").equals("interest")
                            || rs.getString("purpose").equals("costs");
                    BigDecimal effect = switch (rs.getString("state")) {
                        case "pending" -> amount.negate();
                        case "reversal-pending" -> amount;
                        default -> BigDecimal.ZERO;
                    };
                    waiting.merge(rs.getLong("item_id"), charge ? BigDecimal.ZERO : effect, BigDecimal::add);
                });
        return waiting;
    }
}
