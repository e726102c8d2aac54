package io.sollecito.ledger.proposals;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * What planning runs propose: reminders whose dispatches are {@code proposed}, which nothing claims. A person approves
 * messages, and releases those that are approved; the creditor's next run replaces what is left.
 */
public final class Proposals {

    /** A run of which messages wait for release. */
    public record Open(long run, LocalDate date, long messages, long approved) {}

    /**
     * A message that waits for release.
     *
     * @param channels its first, then those in parallel
     * @param items how many it counts for
     * @param approvedBy null: nobody has approved it yet
     */
    public record Message(
            long reminder,
            String source,
            String debtor,
            String name,
            String plan,
            String step,
            List<String> channels,
            long items,
            BigDecimal total,
            String currency,
            Instant sendAt,
            String approvedBy) {}

    /**
     * An open item and what was last decided about it.
     *
     * @param message the proposed reminder that counts for it, or null
     */
    public record Item(
            long item,
            String source,
            String debtor,
            String documentNo,
            int instalment,
            BigDecimal open,
            String currency,
            String outcome,
            String plan,
            String step,
            String reason,
            Long message) {}

    private static final String REPLACED = "nobody released it before the next run";

    private final Database database;
    private final Journal journal;
    private final Clock clock;

    public Proposals(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** At most one, unless a run was cut off before it had replaced the one before. */
    public List<Open> open(String creditor) {
        return database.sql()
                .sql("""
                        select p.id, p.run_date, count(distinct r.id) as messages,
                               count(distinct case when r.approved_by is not null then r.id end) as approved
                        from dispatch d join reminder r on r.id = d.reminder_id join planning_run p on p.id = r.run_id
                        where d.state = 'proposed' and d.creditor = ? group by p.id, p.run_date order by p.id
                        """)
                .param(creditor)
                .query((rs, n) -> new Open(
                        rs.getLong("id"),
                        rs.getObject("run_date", LocalDate.class),
                        rs.getLong("messages"),
                        rs.getLong("approved")))
                .list();
    }

    /** Streams the messages of a run that wait for release, debtor by debtor. */
    public void eachMessage(long run, Consumer<Message> sink) {
        stream(
                """
                select r.id, r.source, r.debtor, n.name, r.plan, r.step, r.currency, r.total, r.approved_by,
                       string_agg(d.channel, ' ' order by d.id) as channels, min(d.send_at) as send_at,
                       (select count(*) from reminder_item i where i.reminder_id = r.id and i.advances) as items
                from reminder r join dispatch d on d.reminder_id = r.id and d.state = 'proposed'
                left join debtor n on n.creditor = r.creditor and n.source = r.source and n.debtor = r.debtor
                where r.run_id = ?
                group by r.id, r.source, r.debtor, n.name, r.plan, r.step, r.currency, r.total, r.approved_by
                order by r.source, r.debtor, r.id
                """,
                rs -> sink.accept(new Message(
                        rs.getLong("id"),
                        rs.getString("source"),
                        rs.getString("debtor"),
                        rs.getString("name"),
                        rs.getString("plan"),
                        rs.getString("step"),
                        List.of(rs.getString("channels").split(" ")),
                        rs.getLong("items"),
                        rs.getBigDecimal("total"),
                        rs.getString("currency"),
                        rs.getObject("send_at", OffsetDateTime.class).toInstant(),
                        rs.getString("approved_by"))),
                run);
    }

    /** Streams every open item of the creditor with its outcome, debtor by debtor. */
    public void eachItem(String creditor, long run, Consumer<Item> sink) {
        stream(
                """
                select i.id, i.source, i.debtor, i.document_no, i.instalment, v.open_amount, i.currency,
                       x.outcome, x.plan, x.step, x.reason, m.reminder_id
                from open_item i
                join item_effective v on v.id = i.id
                join latest_decision x on x.item_id = i.id
                left join (select ri.item_id, ri.reminder_id from reminder_item ri
                  join reminder r on r.id = ri.reminder_id
                  where r.run_id = ? and ri.guard = true and exists (select 1 from dispatch d
                    where d.reminder_id = r.id and d.state = 'proposed')) m on m.item_id = i.id
                where i.creditor = ? and i.settled_cause is null
                order by i.source, i.debtor, i.id
                """,
                rs -> sink.accept(new Item(
                        rs.getLong("id"),
                        rs.getString("source"),
                        rs.getString("debtor"),
                        rs.getString("document_no"),
                        rs.getInt("instalment"),
                        rs.getBigDecimal("open_amount"),
                        rs.getString("currency"),
                        rs.getString("outcome"),
                        rs.getString("plan"),
                        rs.getString("step"),
                        rs.getString("reason"),
                        rs.getObject("reminder_id", Long.class))),
                run,
                creditor);
    }

    private void stream(String query, RowCallbackHandler rows, Object... parameters) {
        database.inTransaction(() -> database.eachRow(query, rows, parameters));
    }

    /** A person approves messages of a proposal; returns how many were not approved before. */
    public int approve(String creditor, long run, Scope scope, String user, String reason) {
        return database.inTransaction(() -> {
            List<Long> reminders = database.sql()
                    .sql("select r.id from reminder r where r.run_id = :run and r.approved_by is null and " + Scope.SQL
                            + " order by r.id for update")
                    .params(scope.parameters(run))
                    .query(Long.class)
                    .list();
            if (!reminders.isEmpty()) {
                database.sql()
                        .sql("update reminder set approved_by = ? where id = any(?)")
                        .params(user, AnyOf.numbers(reminders))
                        .update();
                note(creditor, "reminder-approved", reminders, user, reason);
            }
            return reminders.size();
        });
    }

    /** A new run replaces what earlier ones still propose, as it plans by newer facts; returns how many messages. */
    public int replace(String creditor, long run) {
        return database.inTransaction(() -> {
            List<Long> reminders = database.sql()
                    .sql("select distinct r.id from dispatch d join reminder r on r.id = d.reminder_id"
                            + " where d.state = 'proposed' and d.creditor = ? and r.run_id <> ?")
                    .params(creditor, run)
                    .query(Long.class)
                    .list();
            if (!reminders.isEmpty()) {
                cancel(reminders, REPLACED);
                journal.append(
                        creditor, "proposal-replaced", "run:" + run, "run", Map.of("messages", reminders.size()));
            }
            return reminders.size();
        });
    }

    /** Cancels proposed reminders, in the transaction under way; their steps are free to be planned again. */
    void cancel(List<Long> reminders, String reason) {
        var ids = AnyOf.numbers(reminders);
        database.sql()
                .sql("update dispatch set state = 'cancelled', reason = ?, state_at = ?"
                        + " where reminder_id = any(?) and state = 'proposed'")
                .params(reason, Database.at(clock.instant()), ids)
                .update();
        database.sql()
                .sql("update reminder set state = 'cancelled', reason = ? where id = any(?)")
                .params(reason, ids)
                .update();
        database.sql()
                .sql("update reminder_item set guard = null where guard is not null and reminder_id = any(?)")
                .param(ids)
                .update();
    }

    void note(String creditor, String event, List<Long> reminders, String user, String reason) {
        journal.appendAll(
                creditor,
                event,
                user,
                reminders.stream()
                        .map(id -> new Journal.Entry("reminder:" + id, Map.of("reason", reason)))
                        .toList());
    }
}
