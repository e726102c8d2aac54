package io.sollecito.ledger.stories;

import io.sollecito.ledger.stories.MessageFacts.Batch;
import io.sollecito.ledger.stories.MessageFacts.Called;
import io.sollecito.ledger.stories.MessageFacts.Charged;
import io.sollecito.ledger.stories.MessageFacts.Dossier;
import io.sollecito.ledger.stories.MessageFacts.Postal;
import io.sollecito.ledger.stories.MessageFacts.Receipt;
import io.sollecito.ledger.stories.MessageFacts.Reminded;
import io.sollecito.ledger.stories.MessageFacts.Sent;
import io.sollecito.ledger.stories.MessageFacts.Suspended;
import io.sollecito.ledger.stories.MessageFacts.Thanked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What was sent for whom, what it charged, and what came back. */
public final class MessageStories {

    private static final String REMINDERS =
            "select id, created_at, plan, step, (select 'paid' from thanks t where t.thank_you = reminder.id) as role, true as advances, total as amount, currency, reference, state,"
                    + " reason from reminder ";

    private static final String CHARGES = """
            select c.*, coalesce(i.printed_no, i.document_no) as number, s.id is not null as stands
            from charge c join open_item i on i.id = c.item_id left join standing_charge s on s.id = c.id
            """;

    private static final String DISPATCHES =
            "select id, reminder_id, created_at, state_at, channel, state, reason, batch_id from dispatch ";

    private final StoryRows rows;

    MessageStories(StoryRows rows) {
        this.rows = rows;
    }

    public List<Reminded> remindersOfItem(long item) {
        return rows.list("""
                select r.id, r.created_at, r.plan, r.step, i.role, i.advances, i.amount, r.currency, r.reference, r.state,
                       r.reason
                from reminder_item i join reminder r on r.id = i.reminder_id where i.item_id = ? order by r.id
                """, MessageStories::reminded, item);
    }

    public List<Reminded> reminder(long reminder) {
        return rows.list(REMINDERS + "where id = ?", MessageStories::reminded, reminder);
    }

    public List<Reminded> remindersOfDebtor(String creditor, String source, String debtor) {
        return rows.list(
                REMINDERS + "where creditor = ? and source = ? and debtor = ? order by id",
                MessageStories::reminded,
                creditor,
                source,
                debtor);
    }

    /** What was decided about thanks for the item's reminders. */
    public List<Thanked> thanksOfItem(long item) {
        return rows.list(
                "select t.* from thanks t join reminder_item i on i.reminder_id = t.reminder_id where i.item_id = ?"
                        + " order by t.reminder_id",
                MessageStories::thanked,
                item);
    }

    public List<Thanked> thanksFor(long reminder) {
        return rows.list("select * from thanks where reminder_id = ?", MessageStories::thanked, reminder);
    }

    public List<Charged> chargesOfItem(long item) {
        return rows.list(CHARGES + "where c.item_id = ? order by c.id", MessageStories::charged, item);
    }

    public List<Charged> chargesOfReminder(long reminder) {
        return rows.list(CHARGES + "where c.reminder_id = ? order by c.id", MessageStories::charged, reminder);
    }

    public List<Sent> dispatchesOfReminder(long reminder) {
        return rows.list(DISPATCHES + "where reminder_id = ? order by id", MessageStories::sent, reminder);
    }

    public List<Sent> dispatch(long dispatch) {
        return rows.list(DISPATCHES + "where id = ?", MessageStories::sent, dispatch);
    }

    public List<Sent> dispatchesOfBatch(String batch) {
        return rows.list(DISPATCHES + "where batch_id = ? order by id", MessageStories::sent, batch);
    }

    public List<Receipt> receipts(long dispatch) {
        return rows.list(
                "select at, dispatch_id, part_no, state, reason, provider_code, tracking, sheets, postage, currency,"
                        + " evidence_file from receipt where dispatch_id = ?"
                        + " order by id",
                (rs, n) -> new Receipt(
                        StoryRows.at(rs, "at"),
                        rs.getLong("dispatch_id"),
                        rs.getObject("part_no", Integer.class),
                        rs.getString("state"),
                        rs.getString("reason"),
                        postal(rs)),
                dispatch);
    }

    public List<Called> calls(long dispatch) {
        return rows.list(
                "select at, dispatch_id, result, note, follow_up, actor from task_result where dispatch_id = ? order by seq",
                (rs, n) -> new Called(
                        StoryRows.at(rs, "at"),
                        rs.getLong("dispatch_id"),
                        rs.getString("result"),
                        rs.getString("note"),
                        StoryRows.day(rs, "follow_up"),
                        rs.getString("actor")),
                dispatch);
    }

    public List<Dossier> dossiers(long dispatch) {
        return rows.list(
                "select made_at, dispatch_id, file_name, sha256 from dossier where dispatch_id = ?",
                (rs, n) -> new Dossier(
                        StoryRows.at(rs, "made_at"),
                        rs.getLong("dispatch_id"),
                        rs.getString("file_name"),
                        rs.getString("sha256")),
                dispatch);
    }

    public List<Suspended> suspension(long address) {
        return rows.list(
                "select since, channel, reason, dispatch_id, lifted_at from suspended_address where id = ?",
                (rs, n) -> new Suspended(
                        StoryRows.at(rs, "since"),
                        rs.getString("channel"),
                        rs.getString("reason"),
                        rs.getLong("dispatch_id"),
                        StoryRows.at(rs, "lifted_at")),
                address);
    }

    public List<Batch> batch(String batch) {
        return rows.list(
                "select * from letter_batch where batch_id = ?",
                (rs, n) -> new Batch(
                        StoryRows.at(rs, "created_at"),
                        rs.getString("product"),
                        rs.getInt("letters"),
                        rs.getInt("pages"),
                        rs.getString("state"),
                        StoryRows.at(rs, "state_at")),
                batch);
    }

    private static Reminded reminded(ResultSet rs, int row) throws SQLException {
        return new Reminded(
                rs.getLong("id"),
                StoryRows.at(rs, "created_at"),
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

    private static Postal postal(ResultSet rs) throws SQLException {
        return new Postal(
                rs.getString("provider_code"),
                rs.getString("tracking"),
                rs.getObject("sheets", Integer.class),
                rs.getBigDecimal("postage"),
                rs.getString("currency"),
                rs.getString("evidence_file"));
    }

    private static Thanked thanked(ResultSet rs, int row) throws SQLException {
        return new Thanked(
                rs.getLong("reminder_id"),
                rs.getObject("thank_you", Long.class),
                rs.getString("reason"),
                StoryRows.at(rs, "decided_at"));
    }

    private static Charged charged(ResultSet rs, int row) throws SQLException {
        return new Charged(
                rs.getLong("id"),
                StoryRows.at(rs, "created_at"),
                rs.getLong("reminder_id"),
                rs.getString("number"),
                rs.getString("kind"),
                rs.getBigDecimal("amount"),
                rs.getString("currency"),
                rs.getString("basis"),
                rs.getBoolean("stands"),
                StoryRows.at(rs, "waived_at"),
                rs.getString("waived_by"));
    }

    private static Sent sent(ResultSet rs, int row) throws SQLException {
        return new Sent(
                rs.getLong("id"),
                rs.getObject("reminder_id", Long.class),
                StoryRows.at(rs, "created_at"),
                StoryRows.at(rs, "state_at"),
                rs.getString("channel"),
                rs.getString("state"),
                rs.getString("reason"),
                rs.getString("batch_id"));
    }
}
