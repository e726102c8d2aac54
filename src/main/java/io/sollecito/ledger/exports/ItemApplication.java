package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies the staged items of one export to the ledger, set by set: finds what differs, then touches only that. Runs in
 * the export's transaction; the steps are called in the order in which they stand here.
 */
final class ItemApplication {

    private static final String CANONICAL = "debtor, document_no, printed_no, instalment, type, issue_date, due_date,"
            + " due_date_origin, currency, original_amount, erp_open, payment_reference, payment_means, in_collection,"
            + " discount_until, discount_amount, details, replaces, hash";

    private final JdbcClient sql;
    private final Database database;
    private final Export export;
    private final long exportId;
    private final OffsetDateTime now;

    ItemApplication(Database database, Export export, long exportId, Instant now) {
        this.sql = database.sql();
        this.database = database;
        this.export = export;
        this.exportId = exportId;
        this.now = Database.at(now);
    }

    /** Whether the ledger holds nothing of the source yet, so that all there is to do is to insert. */
    boolean isFirstLoad() {
        return sql.sql("select id from open_item where creditor = :creditor and source = :source limit 1")
                .param("creditor", export.creditor())
                .param("source", export.source())
                .query(Long.class)
                .optional()
                .isEmpty();
    }

    /** Quarantines all records that share a key with another one; returns how many. */
    long quarantineDuplicates() {
        sql.sql("insert into stage_item (seq, record_no, fate, line_no, item_key)"
                        + " select k.seq, k.record_no, 'k', k.line_no, coalesce(k.item_key, i.item_key)"
                        + " from stage_known k left join open_item i on i.id = k.item_id")
                .update();
        int keys = sql.sql("insert into stage_duplicate (item_key) select item_key from stage_item where fate <> 'f'"
                        + " group by item_key having count(*) > 1 and min(fate) < 'q'")
                .update();
        if (keys == 0) {
            return 0;
        }
        sql.sql(
                        "insert into quarantine (export_id, creditor, source, item_key, file_name, line_no, column_no, field,"
                                + " value_text, message) select cast(:export as bigint), cast(:creditor as varchar),"
                                + " cast(:source as varchar), s.item_key, cast(:file as varchar), s.line_no, 0, 'itemKey',"
                                + " s.item_key, 'another record of this export has the same key'"
                                + " from stage_item s join stage_duplicate d on d.item_key = s.item_key where s.fate in ('i', 'k')")
                .param("export", exportId)
                .param("creditor", export.creditor())
                .param("source", export.source())
                .param("file", export.fileName())
                .update();
        long records = sql.sql("select count(distinct s.record_no) from stage_item s"
                        + " join stage_duplicate d on d.item_key = s.item_key where s.fate in ('i', 'k')")
                .query(Long.class)
                .single();
        sql.sql("update stage_item set fate = 'q' where fate in ('i', 'k')"
                        + " and item_key in (select item_key from stage_duplicate)")
                .update();
        return records;
    }

    /** Inserts everything into a ledger that holds nothing of the source; returns how many. */
    long insertAll() {
        return insert("from stage_item s where s.fate = 'i'");
    }

    /** Finds the records that are new or differ from the ledger. */
    void compare() {
        sql.sql("insert into stage_change (seq, item_id, item_key, what, old_open, new_open, original, carried, debtor,"
                        + " currency, type, line_no, was_frozen, explained)"
                        + " select s.seq, i.id, s.item_key,"
                        + " case when i.id is null then 'new'"
                        + "  when s.erp_open = 0 and i.settled_cause is null and i.erp_open <> 0 then 'settled'"
                        + "  when s.erp_open <> 0 and i.settled_cause is not null then 'reopened'"
                        + "  when i.hash <> s.hash then 'changed' else 'thawed' end,"
                        + " coalesce(i.erp_open, 0), s.erp_open, s.original_amount, 0, s.debtor, s.currency, s.type,"
                        + " s.line_no, coalesce(i.frozen, false), 0"
                        + " from stage_item s left join open_item i"
                        + " on i.creditor = :creditor and i.source = :source and i.item_key = s.item_key"
                        + " where s.fate = 'i' and (i.id is null or i.hash <> s.hash or i.frozen)")
                .param("creditor", export.creditor())
                .param("source", export.source())
                .update();
    }

    /** Finds the open items of the connection that the snapshot does not name; returns how many. */
    long findAbsent() {
        return sql.sql(
                        "insert into stage_change (item_id, item_key, what, old_open, new_open, original, carried, debtor,"
                                + " currency, type, was_frozen, explained)"
                                + " select i.id, i.item_key, 'settled', i.erp_open, 0, i.original_amount, 0, i.debtor, i.currency,"
                                + " i.type, i.frozen, 0 from stage_unasked u join open_item i on i.id = u.item_id"
                                + " where i.connection = :connection and i.creditor = :creditor and i.source = :source"
                                + " and i.settled_cause is null and i.erp_open <> 0"
                                + " and not exists (select 1 from stage_item s where s.item_key = i.item_key)")
                .param("connection", export.connection())
                .param("creditor", export.creditor())
                .param("source", export.source())
                .update();
    }

    /** The rest of a replaced item lives on in another one: how much each replacement carries. */
    void findReplaced() {
        sql.sql("merge into stage_change c using (select s.replaces as item_key, sum(s.erp_open) as carried"
                        + " from stage_item s join stage_change n on n.seq = s.seq and n.what = 'new'"
                        + " where s.replaces is not null group by s.replaces) r"
                        + " on c.item_key = r.item_key and c.what in ('settled', 'changed')"
                        + " when matched then update set carried = r.carried, cause = 'replaced'")
                .update();
    }

    /** A record without a readable key may be any of the absent items: they are frozen instead of settled. */
    void freezeAbsentInstead() {
        sql.sql("delete from stage_change where seq is null and was_frozen").update();
        sql.sql("update stage_change set what = 'frozen', new_open = old_open, cause = 'unreadable key'"
                        + " where seq is null")
                .update();
    }

    /** The items whose record is quarantined. */
    void findQuarantined() {
        sql.sql(
                        "insert into stage_change (item_id, item_key, what, old_open, new_open, carried, debtor, currency, type,"
                                + " line_no, was_frozen, explained)"
                                + " select i.id, i.item_key, 'frozen', i.erp_open, i.erp_open, 0, i.debtor, i.currency, i.type,"
                                + " q.line_no, false, 0 from open_item i join (select item_key, min(line_no) as line_no"
                                + "  from stage_item where fate = 'q' group by item_key) q on q.item_key = i.item_key"
                                + " where i.creditor = :creditor and i.source = :source and not i.frozen")
                .param("creditor", export.creditor())
                .param("source", export.source())
                .update();
    }

    /** Writes what was found into the items and their history. */
    void write() {
        insert("from stage_item s join stage_change c on c.seq = s.seq and c.what = 'new'");
        update();
        settleAbsent();
        sql.sql("merge into open_item i using (select item_id from stage_change where what = 'frozen') f"
                        + " on i.id = f.item_id when matched then update set frozen = true")
                .update();
        history();
        journal();
    }

    /** What a replacement inherits. */
    void inherit() {
        new Inheritance(database, export.creditor(), export.source())
                .of("(select p.id as old_id, min(n.id) as new_id from stage_item s"
                        + " join stage_change c on c.seq = s.seq and c.what = 'new'"
                        + " join open_item n on n.creditor = :creditor and n.source = :source and n.item_key = s.item_key"
                        + " join open_item p on p.creditor = :creditor and p.source = :source and p.item_key = s.replaces"
                        + " group by p.id)");
    }

    private long insert(String from) {
        String staged = "s." + CANONICAL.replace(", ", ", s.");
        return sql.sql("insert into open_item (creditor, source, item_key, connection, " + CANONICAL
                        + ", presented_on, settled_cause, settled_at, created_export, created_line, changed_export, changed_line)"
                        + " select cast(:creditor as varchar), cast(:source as varchar), s.item_key,"
                        + " cast(:connection as varchar), " + staged
                        + ", case when s.in_collection then least(coalesce(s.due_date, cast(:today as date)),"
                        + "  cast(:today as date)) end,"
                        + " case when s.erp_open = 0 then case when s.in_collection then 'collected' else 'unknown' end end,"
                        + " case when s.erp_open = 0 then cast(:now as timestamp with time zone) end,"
                        + " cast(:export as bigint), s.line_no, cast(:export as bigint), s.line_no " + from)
                .param("creditor", export.creditor())
                .param("source", export.source())
                .param("connection", export.connection())
                .param("now", now)
                .param("today", now.toLocalDate())
                .param("export", exportId)
                .update();
    }

    private void update() {
        StringBuilder assignments = new StringBuilder();
        for (String column : CANONICAL.split(", ")) {
            String value = column.startsWith("due_date")
                    ? "case when i.replaces is null then x." + column + " else i." + column + " end"
                    : "x." + column;
            value = column.equals("replaces") ? "coalesce(x.replaces, i.replaces)" : value;
            value = column.equals("in_collection") ? PresentedItems.IN_COLLECTION : value;
            assignments.append(column).append(" = ").append(value).append(", ");
        }
        sql.sql(
                        "merge into open_item i using (select s.*, c.item_id, c.what, c.cause from stage_item s"
                                + " join stage_change c on c.seq = s.seq where c.what <> 'new') x on i.id = x.item_id"
                                + " when matched then update set " + assignments
                                + "presented_on = " + PresentedItems.PRESENTED_ON + ", returned_on = "
                                + PresentedItems.RETURNED_ON
                                + ", settled_cause = case x.what when 'settled' then x.cause when 'reopened' then null"
                                + "  else i.settled_cause end,"
                                + " settled_at = case x.what when 'settled' then cast(:now as timestamp with time zone)"
                                + "  when 'reopened' then null else i.settled_at end,"
                                + " frozen = false, connection = :connection, changed_export = :export, changed_line = x.line_no")
                .param("now", now)
                .param("today", now.toLocalDate())
                .param("connection", export.connection())
                .param("export", exportId)
                .update();
    }

    /** The empty hash makes a record that comes back differ, whatever it says. */
    private void settleAbsent() {
        sql.sql("merge into open_item i using (select item_id, cause from stage_change"
                        + " where seq is null and what = 'settled') x on i.id = x.item_id"
                        + " when matched then update set erp_open = 0, hash = '', frozen = false, settled_cause = x.cause,"
                        + " settled_at = :now, changed_export = :export, changed_line = 0")
                .param("now", now)
                .param("export", exportId)
                .update();
    }

    private void history() {
        String into =
                "insert into item_change (item_id, export_id, line_no, at, what, old_open, new_open, cause, explained)"
                        + " select item_id, cast(:export as bigint), line_no, cast(:now as timestamp with time zone), ";
        sql.sql(
                        into
                                + "what, old_open, new_open, cause, explained from stage_change where what not in ('new', 'thawed')")
                .param("export", exportId)
                .param("now", now)
                .update();
        sql.sql(into + "'thawed', new_open, new_open, null, 0 from stage_change where was_frozen and what <> 'frozen'")
                .param("export", exportId)
                .param("now", now)
                .update();
    }

    private void journal() {
        database.sql()
                .sql("insert into journal (at, creditor, event, subject, actor, details)"
                        + " select cast(:now as timestamp with time zone), cast(:creditor as varchar), 'item-' || what,"
                        + " 'item:' || item_id, 'run', '{\"export\":\"' || cast(cast(:export as bigint) as varchar)"
                        + " || '\",\"cause\":\"' || coalesce(cause, '') || '\"}' from stage_change"
                        + " where what in ('settled', 'reopened', 'frozen', 'thawed')")
                .param("now", now)
                .param("creditor", export.creditor())
                .param("export", exportId)
                .update();
    }
}
