package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.exports.Drop.Explanation;
import io.sollecito.ledger.exports.Drop.Pending;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.model.Instrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds which pending allocations an export accounts for, and why the items in its stage went down (law 10). Allocations
 * are few: every query starts from them.
 */
final class Explanations {

    /** What a row of stage_change uses up of a credit, or of the ERP's own payment items. */
    private static final String USED = "case when c.what = 'new' then greatest(0, abs(c.original) - abs(c.new_open))"
            + " when c.old_open < 0 then greatest(0, abs(c.old_open) - abs(least(c.new_open, 0))) else 0 end";

    private static final String IS_CREDIT = "(c.old_open < 0 or (c.what = 'new' and c.original < 0))";

    /** An ERP's payment item that books money which the bank has shown; any other may still be shown later. */
    private static final String BANKED = "exists (select 1 from allocation a join open_item x on x.id = a.item_id"
            + " where a.booked_key = c.item_key and a.state = 'confirmed' and x.creditor = :creditor"
            + " and x.source = :source)";

    /** What a bank was to collect, as its source says or as it is paid; not what came back before. */
    private static final String COLLECTED = "(i.in_collection or i.returned_on is null"
            + " and regexp_replace(upper(i.payment_means), '[^A-Z0-9]', '', 'g') = any(:instruments))";

    private final Database database;
    private final JdbcClient sql;
    private final Export export;
    private final long exportId;
    private final OffsetDateTime now;
    private final List<Object[]> confirmed = new ArrayList<>();
    private final JournalRows journal;

    Explanations(Database database, Export export, long exportId, Instant now) {
        this.database = database;
        this.sql = database.sql();
        this.export = export;
        this.exportId = exportId;
        this.now = Database.at(now);
        this.journal = new JournalRows(database, now, export.creditor());
    }

    /** Confirms what is accounted for and writes each decrease's cause into the stage. */
    void settle() {
        if (anyAllocationWaits()) {
            bookedByTheErp();
            drops();
            reversals();
            write();
        }
        causes();
        new TakenBack(database, export, exportId, now.toInstant()).settle();
    }

    private void bookedByTheErp() {
        List<PaymentItems.Accounted> booked = new PaymentItems(database, export).accountedFor();
        booked.forEach(each -> confirm(each.allocation(), "pending", "confirmed", "booked as an item of its own"));
        write();
        database.jdbc()
                .batchUpdate(
                        "update allocation set booked_key = ? where id = ?",
                        booked.stream()
                                .map(each -> new Object[] {each.itemKey(), each.allocation()})
                                .toList());
    }

    private boolean anyAllocationWaits() {
        return sql.sql("select a.id from allocation a join open_item i on i.id = a.item_id"
                        + " where a.state in ('pending', 'reversal-pending') and i.creditor = :creditor"
                        + " and i.source = :source limit 1")
                .param("creditor", export.creditor())
                .param("source", export.source())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private void drops() {
        Map<Long, Drop> drops = new TreeMap<>();
        sql.sql("select c.item_id, c.old_open, c.new_open, c.carried, coalesce(n.used, 0) as credits, a.id, a.amount"
                        + " from allocation a join stage_change c on c.item_id = a.item_id"
                        + " left join (select c.debtor, c.currency, sum(" + USED
                        + ") as used from stage_change c where "
                        + IS_CREDIT + " group by c.debtor, c.currency) n"
                        + " on n.debtor = c.debtor and n.currency = c.currency"
                        + " where a.state = 'pending' and a.since < :asOf and a.purpose not in ('interest', 'costs')"
                        + " and c.what in ('settled', 'changed') order by c.item_id, a.since, a.id")
                .param("asOf", Database.at(export.asOf()))
                .query((rs, n) -> drops.computeIfAbsent(
                                rs.getLong("item_id"),
                                item -> drop(
                                        item,
                                        get(rs, "old_open"),
                                        get(rs, "new_open"),
                                        get(rs, "carried"),
                                        get(rs, "credits")))
                        .pending()
                        .add(new Pending(rs.getLong("id"), rs.getBigDecimal("amount"))))
                .list();
        List<Object[]> explained = new ArrayList<>();
        for (Drop drop : drops.values()) {
            Explanation explanation = drop.explain();
            explanation
                    .confirmed()
                    .forEach(id -> confirm(id, "pending", "confirmed", "the ERP lowered or closed the item"));
            if (explanation.several()) {
                explained.add(new Object[] {BigDecimal.ZERO, "several", drop.itemId()});
            } else if (explanation.explained().signum() > 0) {
                boolean replaced = drop.carried().signum() != 0;
                explained.add(new Object[] {explanation.explained(), replaced ? "replaced" : "payment", drop.itemId()});
            }
        }
        if (!explained.isEmpty()) {
            database.dialect().index(database, StageTable.STAGE_CHANGE, "item_id");
            database.jdbc()
                    .batchUpdate("update stage_change set explained = ?, cause = ? where item_id = ?", explained);
        }
    }

    private static Drop drop(long item, BigDecimal old, BigDecimal open, BigDecimal carried, BigDecimal credits) {
        return new Drop(item, old, open, carried, credits, new ArrayList<>());
    }

    private void reversals() {
        Map<Long, Drop> raises = new TreeMap<>();
        sql.sql("select c.item_id, abs(c.new_open) - abs(c.old_open) as raised, a.id, abs(a.amount) as amount"
                        + " from allocation a join stage_change c on c.item_id = a.item_id"
                        + " where a.state = 'reversal-pending' and a.since < :asOf and c.what in ('changed', 'reopened')"
                        + " and abs(c.new_open) > abs(c.old_open) order by c.item_id, a.since, a.id")
                .param("asOf", Database.at(export.asOf()))
                .query((rs, n) -> raises.computeIfAbsent(
                                rs.getLong("item_id"),
                                item -> drop(
                                        item, get(rs, "raised"), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO))
                        .pending()
                        .add(new Pending(rs.getLong("id"), rs.getBigDecimal("amount"))))
                .list();
        for (Drop raise : raises.values()) {
            List<Pending> accounted = Drop.within(raise.old(), raise.pending());
            (accounted.isEmpty() ? partly(raise) : accounted)
                    .forEach(p -> confirm(
                            p.id(), "reversal-pending", "reversal-confirmed", "the ERP raised or reopened the item"));
        }
    }

    /** The oldest returns that the raise covers; the one that it covers in part is split. */
    private List<Pending> partly(Drop raise) {
        List<Pending> covered = new ArrayList<>();
        BigDecimal rest = raise.old();
        for (Pending returned : raise.pending()) {
            if (rest.signum() > 0) {
                if (returned.amount().compareTo(rest) > 0) {
                    leavePending(returned.id(), rest);
                }
                covered.add(returned);
                rest = rest.subtract(returned.amount());
            }
        }
        return covered;
    }

    /** Splits off what is beyond the amount, as an allocation that goes on pending. */
    private void leavePending(long allocation, BigDecimal amount) {
        sql.sql(
                        "insert into allocation (payment_id, item_id, amount, purpose, state, since, made_at, made_by, state_at,"
                                + " explanation, takes_back, split_of) select payment_id, item_id,"
                                + " amount - sign(amount) * :amount, purpose, state, since, made_at, made_by, state_at,"
                                + " explanation, takes_back, coalesce(split_of, id) from allocation where id = :id")
                .param("amount", amount)
                .param("id", allocation)
                .update();
        sql.sql("update allocation set amount = sign(amount) * :amount where id = :id")
                .param("amount", amount)
                .param("id", allocation)
                .update();
    }

    private void causes() {
        sql.sql(
                        "insert into stage_netting (debtor, currency, debits, credits, payments, banked) select c.debtor, c.currency,"
                                + " sum(case when c.what in ('settled', 'changed') and c.old_open > 0"
                                + "  then greatest(0, c.old_open - greatest(c.new_open, 0) - c.carried - c.explained) else 0 end),"
                                + " sum(case when " + IS_CREDIT + " and c.type <> 'PAYMENT_ON_ACCOUNT' then " + USED
                                + " else 0 end), sum(case when " + IS_CREDIT
                                + " and c.type = 'PAYMENT_ON_ACCOUNT' then " + USED
                                + " else 0 end), sum(case when " + IS_CREDIT + " and " + BANKED + " then " + USED
                                + " else 0 end) from stage_change c where c.what in ('settled', 'changed', 'new')"
                                + " group by c.debtor, c.currency")
                .param("creditor", export.creditor())
                .param("source", export.source())
                .update();
        String byPaymentItems = "c.old_open > 0 and n.payments > 0 and n.credits < n.debits"
                + " and n.credits + n.payments >= n.debits";
        sql.sql("merge into stage_change c using stage_netting n on c.debtor = n.debtor and c.currency = n.currency"
                        + " and c.cause is null and c.what in ('settled', 'changed')"
                        + " and (c.what = 'settled' or abs(c.new_open) < abs(c.old_open))"
                        + " when matched then update set cause = case"
                        + " when c.old_open < 0 and c.type = 'PAYMENT_ON_ACCOUNT' then 'payment'"
                        + " when c.old_open < 0 and n.debits > 0 then 'credit'"
                        + " when c.old_open > 0 and n.credits > 0 and n.credits >= n.debits then 'credit'"
                        + " when " + byPaymentItems + " then 'payment'"
                        + " when c.what = 'settled' then 'unknown' end,"
                        + " explained = case when " + byPaymentItems
                        + " then least(c.old_open - c.new_open - c.carried, n.banked) else c.explained end")
                .update();
        sql.sql(
                        "update stage_change set cause = 'unknown' where what = 'settled' and (cause is null or cause = 'several')")
                .update();
        sql.sql(
                        "update stage_change set cause = 'collected' where what = 'settled' and cause = 'unknown' and old_open > 0"
                                + " and (exists (select 1 from open_item i where i.id = stage_change.item_id and "
                                + COLLECTED
                                + ") or exists (select 1 from stage_item s join open_item i on i.id = stage_change.item_id"
                                + " where s.seq = stage_change.seq and s.in_collection and i.returned_on is null))")
                .param("instruments", AnyOf.texts(Instrument.allKnownAs().stream()))
                .update();
    }

    private void confirm(long allocation, String from, String to, String why) {
        confirmed.add(new Object[] {to, now, to.equals("confirmed") ? now : null, exportId, why, allocation, from});
        journal.add("allocation-" + to, "export:" + exportId, "run", "allocation", allocation, "because", why);
    }

    private void write() {
        if (confirmed.isEmpty()) {
            return;
        }
        database.jdbc()
                .batchUpdate(
                        "update allocation set state = ?, state_at = ?, confirmed_at = ?, confirmed_by = ?, explanation = ?"
                                + " where id = ? and state = ?",
                        confirmed);
        journal.write();
        confirmed.clear();
    }

    private static BigDecimal get(java.sql.ResultSet rs, String column) {
        try {
            return rs.getBigDecimal(column);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
