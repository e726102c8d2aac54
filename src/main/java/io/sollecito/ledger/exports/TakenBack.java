package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Decreases that the ERP took back: an item that an export raises, beyond what bank returns account for, was not paid by
 * the decrease before (law 10). What nothing explained of it waits for no payment any more; what it confirmed is pending
 * again once the item is back at its former amount. Runs on the export's stage; items that rise are few.
 */
final class TakenBack {

    private static final String WHY = "the ERP took back the decrease that confirmed it";

    /** An item that rises; {@code from} and {@code to} are positive for credits too. */
    private record Raised(long item, BigDecimal from, BigDecimal to) {}

    private record Decrease(
            long id, long item, Long export, OffsetDateTime at, BigDecimal from, BigDecimal to, BigDecimal explained) {

        /** How much of what nothing explained lies within the raise. */
        BigDecimal unexplainedIn(Raised raised) {
            BigDecimal within =
                    from.min(raised.to()).subtract(to.max(raised.from())).max(BigDecimal.ZERO);
            return within.min(from.subtract(to).subtract(explained)).max(BigDecimal.ZERO);
        }

        boolean undoneBy(Raised raised) {
            return explained.signum() > 0 && raised.to().compareTo(from) >= 0;
        }

        /** An allocation that was made after the decrease and found it there has no export that confirmed it. */
        boolean confirmed(Long confirmedBy, OffsetDateTime made) {
            return confirmedBy == null ? !made.isBefore(at) : confirmedBy.equals(export);
        }
    }

    private static final int CHUNK = 1_000;

    private static final String RAISED = """
            select c.item_id, abs(c.old_open) as old_open, abs(c.new_open) - coalesce((select sum(abs(a.amount))
                from allocation a where a.item_id = c.item_id and a.state = 'reversal-confirmed'
                and a.confirmed_by = :export), 0) as new_open
            from stage_change c
            where c.what in ('changed', 'reopened') and abs(c.new_open) > abs(c.old_open) order by c.item_id""";

    private static final String DECREASES = """
            select id, item_id, export_id, at, abs(old_open) as old_open, abs(new_open) as new_open, explained
            from item_change
            where item_id = any(?) and what in ('settled', 'changed') and abs(new_open) < abs(old_open) order by id""";

    /** What the ERP books as an item of its own is accounted for by that item, whatever becomes of this one. */
    private static final String CONFIRMED = """
            select id, item_id, confirmed_by, made_at from allocation
            where item_id = any(?) and state = 'confirmed' and booked_key is null
              and purpose not in ('interest', 'costs') order by id""";

    private final Database database;
    private final Export export;
    private final long exportId;
    private final OffsetDateTime now;

    TakenBack(Database database, Export export, long exportId, Instant now) {
        this.database = database;
        this.export = export;
        this.exportId = exportId;
        this.now = Database.at(now);
    }

    void settle() {
        List<Raised> all = database.sql()
                .sql(RAISED)
                .param("export", exportId)
                .query((rs, n) ->
                        new Raised(rs.getLong("item_id"), rs.getBigDecimal("old_open"), rs.getBigDecimal("new_open")))
                .list();
        for (int from = 0; from < all.size(); from += CHUNK) {
            settle(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
    }

    private void settle(List<Raised> raised) {
        Map<Long, Raised> byItem = new HashMap<>();
        raised.forEach(each -> byItem.put(each.item(), each));
        SqlArrayValue items = AnyOf.numbers(byItem.keySet());
        List<Object[]> consumed = new ArrayList<>();
        Map<Long, List<Decrease>> undone = new HashMap<>();
        for (Decrease decrease : decreases(items)) {
            Raised raise = byItem.get(decrease.item());
            BigDecimal amount = decrease.unexplainedIn(raise);
            if (amount.signum() > 0) {
                consumed.add(new Object[] {amount, decrease.id()});
            }
            if (decrease.undoneBy(raise)) {
                undone.computeIfAbsent(decrease.item(), item -> new ArrayList<>())
                        .add(decrease);
            }
        }
        database.jdbc().batchUpdate("update item_change set explained = explained + ? where id = ?", consumed);
        if (!undone.isEmpty()) {
            pendingAgain(items, undone);
        }
    }

    private List<Decrease> decreases(SqlArrayValue items) {
        return database.sql()
                .sql(DECREASES)
                .param(items)
                .query((rs, n) -> new Decrease(
                        rs.getLong("id"),
                        rs.getLong("item_id"),
                        rs.getObject("export_id", Long.class),
                        rs.getObject("at", OffsetDateTime.class),
                        rs.getBigDecimal("old_open"),
                        rs.getBigDecimal("new_open"),
                        rs.getBigDecimal("explained")))
                .list();
    }

    private void pendingAgain(SqlArrayValue items, Map<Long, List<Decrease>> undone) {
        List<Long> pending = new ArrayList<>();
        database.sql().sql(CONFIRMED).param(items).query(rs -> {
            Long confirmedBy = rs.getObject("confirmed_by", Long.class);
            OffsetDateTime made = rs.getObject("made_at", OffsetDateTime.class);
            if (undone.getOrDefault(rs.getLong("item_id"), List.of()).stream()
                    .anyMatch(decrease -> decrease.confirmed(confirmedBy, made))) {
                pending.add(rs.getLong("id"));
            }
        });
        database.jdbc()
                .batchUpdate(
                        "update allocation set state = 'pending', state_at = ?, confirmed_by = null, explanation = ?"
                                + " where id = ?",
                        pending.stream().map(id -> new Object[] {now, WHY, id}).toList());
        JournalRows journal = new JournalRows(database, now.toInstant(), export.creditor());
        pending.forEach(
                id -> journal.add("allocation-pending", "export:" + exportId, "run", "allocation", id, "because", WHY));
        journal.write();
    }
}
