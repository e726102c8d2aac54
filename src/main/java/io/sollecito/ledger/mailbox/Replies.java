package io.sollecito.ledger.mailbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.model.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** People's replies to reminders: each waits for an answer, which ends the pause that it made. */
public final class Replies {

    /** A reply that nobody has answered. */
    public record Open(
            long id,
            String creditor,
            String debtor,
            String sender,
            String subject,
            String topic,
            String owner,
            LocalDate answerBy) {}

    private record Paused(String creditor, long hold) {}

    /** Its dispatch's reminder lists an item of the account that the hold h is on. */
    private static final String OF_HOLD = "select 1 from incoming_mail m join dispatch d on d.id = m.dispatch_id"
            + " join reminder_item ri on ri.reminder_id = d.reminder_id join open_item i on i.id = ri.item_id"
            + " where i.creditor = h.creditor and i.source = h.source and i.debtor = h.debtor";

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final Holds holds;

    public Replies(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.holds = new Holds(database, journal, clock);
    }

    /** Those that wait, the one to be answered first before the others. */
    public List<Open> open(String creditor) {
        return database.sql()
                .sql("select m.id, m.creditor, m.sender, m.subject, m.topic, m.owner, m.answer_by,"
                        + " coalesce(c.name, d.debtor) as debtor from incoming_mail m"
                        + " left join dispatch d on d.id = m.dispatch_id"
                        + " left join debtor c on c.creditor = d.creditor and c.source = d.source and c.debtor = d.debtor"
                        + " where m.creditor = ? and m.kind = 'reply' and m.answered_at is null"
                        + " order by m.answer_by, m.id")
                .param(creditor)
                .query((rs, n) -> new Open(
                        rs.getLong("id"),
                        rs.getString("creditor"),
                        rs.getString("debtor"),
                        rs.getString("sender"),
                        rs.getString("subject"),
                        rs.getString("topic"),
                        rs.getString("owner"),
                        rs.getObject("answer_by", LocalDate.class)))
                .list();
    }

    /**
     * A person has answered it: the plans that it paused go on, unless another reply of that debtor waits.
     *
     * @return how many pauses ended
     * @throws Refused when there is no such reply, or it was answered before
     */
    public int answered(long reply, String user, String reason) {
        return database.inTransaction(() -> {
            String creditor = database.sql()
                    .sql("select creditor from incoming_mail where id = ? and kind = 'reply' and answered_at is null"
                            + " for update")
                    .param(reply)
                    .query(String.class)
                    .optional()
                    .orElseThrow(() -> new Refused("no reply " + reply + " waits for an answer"));
            database.sql()
                    .sql("update incoming_mail set answered_at = ?, answered_by = ? where id = ?")
                    .params(Database.at(clock.instant()), user, reply)
                    .update();
            journal.append(creditor, "reply-answered", "mail:" + reply, user, Map.of("reason", reason));
            List<Paused> paused = paused(reply);
            paused.forEach(each -> holds.end(each.creditor(), each.hold(), user, reason));
            return paused.size();
        });
    }

    private List<Paused> paused(long reply) {
        return database.sql()
                .sql("select h.creditor, h.id from hold h where h.mail_id is not null and h.ended_at is null"
                        + " and exists (" + OF_HOLD + " and m.id = ?) and not exists (" + OF_HOLD
                        + " and m.kind = 'reply' and m.answered_at is null) order by h.id")
                .param(reply)
                .query((rs, n) -> new Paused(rs.getString("creditor"), rs.getLong("id")))
                .list();
    }
}
