package io.sollecito.ledger.stories;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.stories.StoryFacts.Batch;
import io.sollecito.ledger.stories.StoryFacts.Booked;
import io.sollecito.ledger.stories.StoryFacts.Called;
import io.sollecito.ledger.stories.StoryFacts.Change;
import io.sollecito.ledger.stories.StoryFacts.Charged;
import io.sollecito.ledger.stories.StoryFacts.Decided;
import io.sollecito.ledger.stories.StoryFacts.Dossier;
import io.sollecito.ledger.stories.StoryFacts.Held;
import io.sollecito.ledger.stories.StoryFacts.Made;
import io.sollecito.ledger.stories.StoryFacts.Paid;
import io.sollecito.ledger.stories.StoryFacts.Possible;
import io.sollecito.ledger.stories.StoryFacts.Quarantined;
import io.sollecito.ledger.stories.StoryFacts.Receipt;
import io.sollecito.ledger.stories.StoryFacts.Reminded;
import io.sollecito.ledger.stories.StoryFacts.Sent;
import io.sollecito.ledger.stories.StoryFacts.Suspended;
import io.sollecito.ledger.stories.StoryFacts.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/** What the ledger remembers of a thing, fact by fact, for the sentences of {@code hub why} (law 11). Reads only. */
public final class Stories {

    private final Database database;

    public Stories(Database database) {
        this.database = database;
    }

    public List<Made> made(long item) {
        return rows(
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
                        at(rs, "received_at"),
                        rs.getString("file_name"),
                        rs.getLong("created_line"),
                        rs.getString("connection"),
                        rs.getString("type"),
                        rs.getString("number"),
                        rs.getInt("instalment"),
                        rs.getString("debtor"),
                        day(rs, "due_date"),
                        rs.getString("currency"),
                        rs.getBigDecimal("original_amount"),
                        rs.getBigDecimal("open_amount")),
                item);
    }

    public List<Change> changes(long item) {
        return rows(
                """
                select c.at, c.what, c.old_open, c.new_open, c.cause, e.file_name, c.line_no, i.currency
                from item_change c join open_item i on i.id = c.item_id left join export e on e.id = c.export_id
                where c.item_id = ? order by c.id
                """,
                (rs, n) -> new Change(
                        at(rs, "at"),
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
        return rows(
                """
                select r.started_at, r.run_date, d.outcome, d.plan, d.step, d.reason
                from decision d join planning_run r on r.id = d.run_id where d.item_id = ? order by d.id
                """,
                (rs, n) -> new Decided(
                        at(rs, "started_at"),
                        day(rs, "run_date"),
                        rs.getString("outcome"),
                        rs.getString("plan"),
                        rs.getString("step"),
                        rs.getString("reason")),
                item);
    }

    public List<Reminded> remindersOfItem(long item) {
        return rows("""
                select r.id, r.created_at, r.plan, r.step, i.role, i.advances, i.amount, r.currency, r.reference, r.state,
                       r.reason
                from reminder_item i join reminder r on r.id = i.reminder_id where i.item_id = ? order by r.id
                """, Stories::reminded, item);
    }

    public List<Reminded> reminder(long reminder) {
        return rows(REMINDERS + "where id = ?", Stories::reminded, reminder);
    }

    public List<Reminded> remindersOfDebtor(String creditor, String source, String debtor) {
        return rows(
                REMINDERS + "where creditor = ? and source = ? and debtor = ? order by id",
                Stories::reminded,
                creditor,
                source,
                debtor);
    }

    public List<Charged> chargesOfItem(long item) {
        return rows(CHARGES + "where c.item_id = ? order by c.id", Stories::charged, item);
    }

    public List<Charged> chargesOfReminder(long reminder) {
        return rows(CHARGES + "where c.reminder_id = ? order by c.id", Stories::charged, reminder);
    }

    public List<Sent> dispatchesOfReminder(long reminder) {
        return rows(DISPATCHES + "where reminder_id = ? order by id", Stories::sent, reminder);
    }

    public List<Sent> dispatch(long dispatch) {
        return rows(DISPATCHES + "where id = ?", Stories::sent, dispatch);
    }

    public List<Sent> dispatchesOfBatch(String batch) {
        return rows(DISPATCHES + "where batch_id = ? order by id", Stories::sent, batch);
    }

    public List<Receipt> receipts(long dispatch) {
        return rows(
                "select at, dispatch_id, part_no, state, reason, evidence_file from receipt where dispatch_id = ?"
                        + " order by id",
                (rs, n) -> new Receipt(
                        at(rs, "at"),
                        rs.getLong("dispatch_id"),
                        rs.getObject("part_no", Integer.class),
                        rs.getString("state"),
                        rs.getString("reason"),
                        rs.getString("evidence_file")),
                dispatch);
    }

    public List<Called> calls(long dispatch) {
        return rows(
                "select at, dispatch_id, result, note, follow_up, actor from task_result where dispatch_id = ? order by seq",
                (rs, n) -> new Called(
                        at(rs, "at"),
                        rs.getLong("dispatch_id"),
                        rs.getString("result"),
                        rs.getString("note"),
                        day(rs, "follow_up"),
                        rs.getString("actor")),
                dispatch);
    }

    public List<Dossier> dossiers(long dispatch) {
        return rows(
                "select made_at, dispatch_id, file_name, sha256 from dossier where dispatch_id = ?",
                (rs, n) -> new Dossier(
                        at(rs, "made_at"),
                        rs.getLong("dispatch_id"),
                        rs.getString("file_name"),
                        rs.getString("sha256")),
                dispatch);
    }

    public List<Suspended> suspension(long address) {
        return rows(
                "select since, channel, reason, dispatch_id, lifted_at from suspended_address where id = ?",
                (rs, n) -> new Suspended(
                        at(rs, "since"),
                        rs.getString("channel"),
                        rs.getString("reason"),
                        rs.getLong("dispatch_id"),
                        at(rs, "lifted_at")),
                address);
    }

    public List<Paid> paymentsOfItem(long item) {
        return rows(ALLOCATIONS + "where a.item_id = ? order by a.id", Stories::paid, item);
    }

    public List<Paid> allocationsOfPayment(long payment) {
        return rows(ALLOCATIONS + "where a.payment_id = ? order by a.id", Stories::paid, payment);
    }

    public List<Possible> candidatesOfItem(long item) {
        return rows(CANDIDATES + "where c.item_id = ? order by c.id", Stories::possible, item);
    }

    public List<Possible> candidatesOfPayment(long payment) {
        return rows(CANDIDATES + "where c.payment_id = ? order by c.ranking, c.id", Stories::possible, payment);
    }

    /** Holds on the item and on its whole debtor. */
    public List<Held> holdsOfItem(long item) {
        return rows("""
                select h.* from hold h join open_item i
                  on i.creditor = h.creditor and i.source = h.source and i.debtor = h.debtor
                where i.id = ? and (h.item_id is null or h.item_id = i.id) order by h.id
                """, Stories::held, item);
    }

    public List<Held> holdsOfDebtor(String creditor, String source, String debtor) {
        return rows(
                "select * from hold where creditor = ? and source = ? and debtor = ? order by id",
                Stories::held,
                creditor,
                source,
                debtor);
    }

    public List<Quarantined> quarantineOfItem(long item) {
        return rows(
                QUARANTINE + " join open_item i on i.creditor = q.creditor and i.source = q.source"
                        + " and i.item_key = q.item_key where i.id = ? order by q.id",
                Stories::quarantined,
                item);
    }

    public List<Quarantined> quarantineOfExport(long export) {
        return rows(QUARANTINE + " where q.export_id = ? order by q.id limit 100", Stories::quarantined, export);
    }

    public List<Long> itemsOfDebtor(String creditor, String source, String debtor) {
        return rows(
                "select id from open_item where creditor = ? and source = ? and debtor = ? order by due_date, id",
                (rs, n) -> rs.getLong("id"),
                creditor,
                source,
                debtor);
    }

    public List<Booked> payment(long payment) {
        return rows(
                """
                select s.received_at, s.file_name, p.* from payment p
                join bank_entry e on e.id = p.entry_id join bank_statement s on s.id = e.statement_id where p.id = ?
                """,
                (rs, n) -> new Booked(
                        at(rs, "received_at"),
                        rs.getString("file_name"),
                        day(rs, "booking_date"),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency"),
                        rs.getString("counterparty_name"),
                        rs.getString("remittance"),
                        rs.getString("decision"),
                        rs.getString("decided_by"),
                        rs.getBigDecimal("unallocated"),
                        rs.getString("evidence"),
                        at(rs, "decided_at")),
                payment);
    }

    public List<Taken> export(long export) {
        return rows(
                "select * from export where id = ?",
                (rs, n) -> new Taken(
                        at(rs, "received_at"),
                        rs.getString("file_name"),
                        rs.getString("connection"),
                        at(rs, "as_of"),
                        rs.getString("state"),
                        rs.getString("reason"),
                        rs.getLong("records_read"),
                        rs.getLong("records_applied"),
                        rs.getLong("records_unchanged"),
                        rs.getLong("records_filtered"),
                        rs.getLong("records_quarantined")),
                export);
    }

    public List<Batch> batch(String batch) {
        return rows(
                "select * from letter_batch where batch_id = ?",
                (rs, n) -> new Batch(
                        at(rs, "created_at"),
                        rs.getString("product"),
                        rs.getInt("letters"),
                        rs.getInt("pages"),
                        rs.getString("state"),
                        at(rs, "state_at")),
                batch);
    }

    private static final String REMINDERS =
            "select id, created_at, plan, step, null as role, true as advances, total as amount, currency, reference, state,"
                    + " reason from reminder ";
    private static final String CHARGES = """
            select c.*, coalesce(i.printed_no, i.document_no) as number, s.id is not null as stands
            from charge c join open_item i on i.id = c.item_id left join standing_charge s on s.id = c.id
            """;
    private static final String DISPATCHES =
            "select id, reminder_id, created_at, state_at, channel, state, reason, batch_id from dispatch ";
    private static final String ALLOCATIONS = """
            select a.payment_id, coalesce(i.printed_no, i.document_no) as number, a.made_at, a.amount, i.currency, a.purpose,
                   a.state, a.state_at, a.made_by, a.explanation, p.evidence, p.booking_date, p.counterparty_name
            from allocation a join open_item i on i.id = a.item_id left join payment p on p.id = a.payment_id
            """;
    private static final String CANDIDATES = """
            select c.payment_id, coalesce(i.printed_no, i.document_no) as number, p.decided_at, c.ranking, c.score, c.amount,
                   i.currency, c.evidence
            from candidate c join open_item i on i.id = c.item_id join payment p on p.id = c.payment_id
            """;
    private static final String QUARANTINE =
            "select e.received_at, q.file_name, q.line_no, q.message, q.state from quarantine q"
                    + " join export e on e.id = q.export_id";

    private static Reminded reminded(ResultSet rs, int row) throws SQLException {
        return new Reminded(
                rs.getLong("id"),
                at(rs, "created_at"),
                rs.getString("plan"),
                rs.getString("step"),
                rs.getString("role"),
                rs.getBoolean("advances"),
                rs.getBigDecimal("amount"),
                rs.getString("currency"),
                rs.getString("reference"),
                rs.getString("state"),
                rs.getString("reason"));
    }

    private static Charged charged(ResultSet rs, int row) throws SQLException {
        return new Charged(
                rs.getLong("id"),
                at(rs, "created_at"),
                rs.getLong("reminder_id"),
                rs.getString("number"),
                rs.getString("kind"),
                rs.getBigDecimal("amount"),
                rs.getString("currency"),
                rs.getString("basis"),
                rs.getBoolean("stands"),
                at(rs, "waived_at"),
                rs.getString("waived_by"));
    }

    private static Sent sent(ResultSet rs, int row) throws SQLException {
        return new Sent(
                rs.getLong("id"),
                rs.getObject("reminder_id", Long.class),
                at(rs, "created_at"),
                at(rs, "state_at"),
                rs.getString("channel"),
                rs.getString("state"),
                rs.getString("reason"),
                rs.getString("batch_id"));
    }

    private static Paid paid(ResultSet rs, int row) throws SQLException {
        return new Paid(
                rs.getObject("payment_id", Long.class),
                rs.getString("number"),
                at(rs, "made_at"),
                rs.getBigDecimal("amount"),
                rs.getString("currency"),
                rs.getString("purpose"),
                rs.getString("state"),
                at(rs, "state_at"),
                rs.getString("made_by"),
                rs.getString("explanation"),
                rs.getString("evidence"),
                day(rs, "booking_date"),
                rs.getString("counterparty_name"));
    }

    private static Possible possible(ResultSet rs, int row) throws SQLException {
        return new Possible(
                rs.getLong("payment_id"),
                rs.getString("number"),
                at(rs, "decided_at"),
                rs.getInt("ranking"),
                rs.getBigDecimal("score"),
                rs.getBigDecimal("amount"),
                rs.getString("currency"),
                rs.getString("evidence"));
    }

    private static Held held(ResultSet rs, int row) throws SQLException {
        return new Held(
                day(rs, "starts_on"),
                day(rs, "ends_on"),
                at(rs, "ended_at"),
                rs.getString("kind"),
                rs.getString("reason"),
                rs.getString("owner"));
    }

    private static Quarantined quarantined(ResultSet rs, int row) throws SQLException {
        return new Quarantined(
                at(rs, "received_at"),
                rs.getString("file_name"),
                rs.getLong("line_no"),
                rs.getString("message"),
                rs.getString("state"));
    }

    private <T> List<T> rows(String statement, RowMapper<T> mapper, Object... parameters) {
        return database.sql().sql(statement).params(parameters).query(mapper).list();
    }

    private static Instant at(ResultSet rs, String column) throws SQLException {
        return Database.instant(rs.getObject(column, OffsetDateTime.class));
    }

    private static LocalDate day(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }
}
