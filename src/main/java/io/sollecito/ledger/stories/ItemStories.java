package io.sollecito.ledger.stories;

import io.sollecito.ledger.items.ItemDetails;
import io.sollecito.ledger.stories.ItemFacts.Agreed;
import io.sollecito.ledger.stories.ItemFacts.Besides;
import io.sollecito.ledger.stories.ItemFacts.Change;
import io.sollecito.ledger.stories.ItemFacts.Decided;
import io.sollecito.ledger.stories.ItemFacts.Held;
import io.sollecito.ledger.stories.ItemFacts.Made;
import io.sollecito.ledger.stories.ItemFacts.Quarantined;
import io.sollecito.ledger.stories.ItemFacts.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How items came to be, changed, were held and decided upon. */
public final class ItemStories {

    private static final String QUARANTINE =
            "select e.received_at, q.file_name, q.line_no, q.message, q.state from quarantine q"
                    + " join export e on e.id = q.export_id";

    private static final String AGREEMENT = """
            select g.*, (select string_agg(trim(to_char(n.amount, '999,999,999,990.00')) || ' by ' || n.due_on, ', '
                order by n.seq) from agreement_instalment n where n.agreement_id = g.id) as instalments,
              (select sum(n.amount) from agreement_instalment n where n.agreement_id = g.id) as agreed,
              (select count(distinct h.item_id) from hold h where h.agreement_id = g.id) as items
            from agreement g""";

    private final StoryRows rows;

    ItemStories(StoryRows rows) {
        this.rows = rows;
    }

    /** Of an item of which the source says no more than its columns: nothing. */
    public List<Besides> besides(long item) {
        return rows.list(
                "select e.received_at, e.file_name, i.details from open_item i join export e on e.id = i.changed_export"
                        + " where i.id = ? and i.details is not null",
                (rs, n) -> new Besides(
                        StoryRows.at(rs, "received_at"),
                        rs.getString("file_name"),
                        ItemDetails.dunned(rs.getString("details")),
                        ItemDetails.payTo(rs.getString("details"))),
                item);
    }

    public List<Made> made(long item) {
        return rows.list(
                """
                select e.received_at, e.file_name, i.created_line, i.connection, i.type,
                       coalesce(i.printed_no, i.document_no) as number, i.instalment,
                       coalesce(d.name, i.debtor) as debtor, i.due_date, i.currency, i.original_amount, v.open_amount
                from open_item i
                join export e on e.id = i.created_export
                join item_effective v on v.id = i.id
                left join debtor d on d.creditor = i.creditor and d.source = i.source and d.debtor = i.debtor
                where i.id = ?
                """,
                (rs, n) -> new Made(
                        StoryRows.at(rs, "received_at"),
                        rs.getString("file_name"),
                        rs.getLong("created_line"),
                        rs.getString("connection"),
                        rs.getString("type"),
                        rs.getString("number"),
                        rs.getInt("instalment"),
                        rs.getString("debtor"),
                        StoryRows.day(rs, "due_date"),
                        rs.getString("currency"),
                        rs.getBigDecimal("original_amount"),
                        rs.getBigDecimal("open_amount")),
                item);
    }

    public List<Change> changes(long item) {
        return rows.list(
                """
                select c.at, c.what, c.old_open, c.new_open, c.cause, e.file_name, c.line_no, i.currency
                from item_change c join open_item i on i.id = c.item_id left join export e on e.id = c.export_id
                where c.item_id = ? order by c.id
                """,
                (rs, n) -> new Change(
                        StoryRows.at(rs, "at"),
                        rs.getString("what"),
                        rs.getBigDecimal("old_open"),
                        rs.getBigDecimal("new_open"),
                        rs.getString("cause"),
                        rs.getString("file_name"),
                        rs.getObject("line_no", Long.class),
                        rs.getString("currency")),
                item);
    }

    public List<Decided> decisions(long item) {
        return rows.list(
                """
                select r.started_at, r.run_date, d.outcome, d.plan, d.step, d.reason
                from decision d join planning_run r on r.id = d.run_id where d.item_id = ? order by d.id
                """,
                (rs, n) -> new Decided(
                        StoryRows.at(rs, "started_at"),
                        StoryRows.day(rs, "run_date"),
                        rs.getString("outcome"),
                        rs.getString("plan"),
                        rs.getString("step"),
                        rs.getString("reason")),
                item);
    }

    /** Holds on the item and on its whole debtor. */
    public List<Held> holdsOfItem(long item) {
        return rows.list("""
                select h.* from hold h join open_item i
                  on i.creditor = h.creditor and i.source = h.source and i.debtor = h.debtor
                where i.id = ? and (h.item_id is null or h.item_id = i.id) order by h.id
                """, ItemStories::held, item);
    }

    public List<Held> holdsOfDebtor(String creditor, String source, String debtor) {
        return rows.list(
                "select * from hold where creditor = ? and source = ? and debtor = ? order by id",
                ItemStories::held,
                creditor,
                source,
                debtor);
    }

    /** Promises and payment plans about the item. */
    public List<Agreed> agreementsOfItem(long item) {
        return rows.list(
                AGREEMENT + " where exists (select 1 from hold h where h.agreement_id = g.id and h.item_id = ?)"
                        + " order by g.id",
                ItemStories::agreed,
                item);
    }

    public List<Agreed> agreementsOfDebtor(String creditor, String source, String debtor) {
        return rows.list(
                AGREEMENT + " where exists (select 1 from hold h where h.agreement_id = g.id and h.creditor = ?"
                        + " and h.source = ? and h.debtor = ?) order by g.id",
                ItemStories::agreed,
                creditor,
                source,
                debtor);
    }

    public List<Quarantined> quarantineOfItem(long item) {
        return rows.list(
                QUARANTINE + " join open_item i on i.creditor = q.creditor and i.source = q.source"
                        + " and i.item_key = q.item_key where i.id = ? order by q.id",
                ItemStories::quarantined,
                item);
    }

    public List<Quarantined> quarantineOfExport(long export) {
        return rows.list(
                QUARANTINE + " where q.export_id = ? order by q.id limit 100", ItemStories::quarantined, export);
    }

    public List<Long> itemsOfDebtor(String creditor, String source, String debtor) {
        return rows.list(
                "select id from open_item where creditor = ? and source = ? and debtor = ? order by due_date, id",
                (rs, n) -> rs.getLong("id"),
                creditor,
                source,
                debtor);
    }

    public List<Taken> export(long export) {
        return rows.list(
                "select * from export where id = ?",
                (rs, n) -> new Taken(
                        StoryRows.at(rs, "received_at"),
                        rs.getString("file_name"),
                        rs.getString("connection"),
                        StoryRows.at(rs, "as_of"),
                        rs.getString("state"),
                        rs.getString("reason"),
                        rs.getLong("records_read"),
                        rs.getLong("records_applied"),
                        rs.getLong("records_unchanged"),
                        rs.getLong("records_filtered"),
                        rs.getLong("records_quarantined")),
                export);
    }

    private static Agreed agreed(ResultSet rs, int row) throws SQLException {
        return new Agreed(
                StoryRows.at(rs, "made_at"),
                rs.getLong("id"),
                rs.getString("kind"),
                rs.getString("currency"),
                rs.getString("instalments"),
                rs.getLong("items"),
                rs.getString("state"),
                rs.getBigDecimal("agreed"),
                rs.getBigDecimal("arrived"),
                StoryRows.at(rs, "state_at"));
    }

    private static Held held(ResultSet rs, int row) throws SQLException {
        return new Held(
                StoryRows.day(rs, "starts_on"),
                StoryRows.day(rs, "ends_on"),
                StoryRows.at(rs, "ended_at"),
                rs.getString("kind"),
                rs.getString("reason"),
                rs.getString("owner"),
                rs.getBigDecimal("part"),
                StoryRows.day(rs, "opened_on"),
                StoryRows.day(rs, "file_by"));
    }

    private static Quarantined quarantined(ResultSet rs, int row) throws SQLException {
        return new Quarantined(
                StoryRows.at(rs, "received_at"),
                rs.getString("file_name"),
                rs.getLong("line_no"),
                rs.getString("message"),
                rs.getString("state"));
    }
}
