package io.sollecito.ledger.figures;

import io.sollecito.ledger.database.Database;
import java.time.Instant;
import java.util.List;

/** How many reminders left in a span and how many were stopped, by step and channel. */
public final class ReminderFigures {

    /** Dispatches of one step on one channel by how they ended in the span. */
    public record Sent(String step, String channel, long sent, long failed, long stopped) {}

    /** Why dispatches were stopped. */
    public record Stopped(String step, String channel, String reason, long count) {}

    private final Database database;

    ReminderFigures(Database database) {
        this.database = database;
    }

    List<Sent> sent(String creditor, Instant from, Instant to) {
        return database.sql()
                .sql("""
                        select r.step, d.channel,
                               sum(case when d.state = 'sent' then 1 else 0 end) as sent,
                               sum(case when d.state = 'failed' then 1 else 0 end) as failed,
                               sum(case when d.state = 'cancelled' then 1 else 0 end) as stopped
                        from dispatch d join reminder r on r.id = d.reminder_id
                        where d.creditor = :creditor and d.state in ('sent', 'failed', 'cancelled')
                          and d.state_at > :from and d.state_at <= :to
                          and not exists (select 1 from planning_run p where p.id = r.run_id and p.kind = 'shadow')
                        group by r.step, d.channel order by min(r.id), d.channel
                        """)
                .param("creditor", creditor)
                .param("from", Database.at(from))
                .param("to", Database.at(to))
                .query((rs, n) -> new Sent(
                        rs.getString("step"),
                        rs.getString("channel"),
                        rs.getLong("sent"),
                        rs.getLong("failed"),
                        rs.getLong("stopped")))
                .list();
    }

    List<Stopped> stopped(String creditor, Instant from, Instant to) {
        return database.sql()
                .sql("""
                        select r.step, d.channel, coalesce(d.reason, r.reason, 'no reason recorded') as reason,
                               count(*) as number
                        from dispatch d join reminder r on r.id = d.reminder_id
                        where d.creditor = :creditor and d.state = 'cancelled'
                          and d.state_at > :from and d.state_at <= :to
                          and not exists (select 1 from planning_run p where p.id = r.run_id and p.kind = 'shadow')
                        group by 1, 2, 3 order by 4 desc, 1, 2, 3
                        """)
                .param("creditor", creditor)
                .param("from", Database.at(from))
                .param("to", Database.at(to))
                .query((rs, n) -> new Stopped(
                        rs.getString("step"), rs.getString("channel"), rs.getString("reason"), rs.getLong("number")))
                .list();
    }
}
