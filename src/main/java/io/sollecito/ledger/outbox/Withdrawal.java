package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Stops reminders that wait, for their moment or for a person's release, and list an item whose amount changed (law 6), in
 * the transaction that changed it. What is already claimed or sent stays; a reminder of which nothing left frees its steps,
 * so that the next run composes anew.
 */
public final class Withdrawal {

    private record Waiting(long id, String creditor, long reminderId) {}

    private final Database database;
    private final Clock clock;

    public Withdrawal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Cancels the waiting dispatches that list one of the items; returns how many. */
    public int withdraw(Collection<Long> itemIds, String reason) {
        List<Long> listed = itemIds.isEmpty() ? List.of() : listed(itemIds);
        if (listed.isEmpty()) {
            return 0;
        }
        JdbcClient sql = database.sql();
        List<Waiting> waiting = sql.sql(
                        "select d.id, d.creditor, d.reminder_id from dispatch d"
                                + " where d.state in ('proposed', 'waiting') and d.reminder_id in"
                                + " (select ri.reminder_id from reminder_item ri join item_effective v on v.id = ri.item_id"
                                + " where ri.item_id = any(?) and ri.amount + ri.unlisted <> v.open_amount) order by d.id for update")
                .param(AnyOf.numbers(listed))
                .query((rs, n) -> new Waiting(rs.getLong("id"), rs.getString("creditor"), rs.getLong("reminder_id")))
                .list();
        if (waiting.isEmpty()) {
            return 0;
        }
        sql.sql("update dispatch set state = 'cancelled', reason = ?, state_at = ?"
                        + " where id = any(?) and state in ('proposed', 'waiting')")
                .params(
                        reason,
                        Database.at(clock.instant()),
                        AnyOf.numbers(waiting.stream().map(Waiting::id).toList()))
                .update();
        SqlArrayValue reminders =
                AnyOf.numbers(waiting.stream().map(Waiting::reminderId).toList());
        String nothingLeft = " not exists (select 1 from dispatch d where d.reminder_id = r.id"
                + " and d.state in ('proposed', 'waiting', 'claimed', 'sending', 'sent', 'uncertain'))";
        sql.sql("update reminder r set state = 'cancelled', reason = ? where id = any(?) and" + nothingLeft)
                .params(reason, reminders)
                .update();
        sql.sql("update reminder_item set guard = null where guard is not null and reminder_id in"
                        + " (select id from reminder where id = any(?) and state = 'cancelled')")
                .param(reminders)
                .update();
        waiting.stream().map(Waiting::creditor).distinct().forEach(creditor -> note(creditor, waiting, reason));
        return waiting.size();
    }

    /** The few of many items that waiting dispatches list: only theirs are worth adding up. */
    private List<Long> listed(Collection<Long> itemIds) {
        return database.sql()
                .sql(
                        "select distinct ri.item_id from reminder_item ri join dispatch d on d.reminder_id = ri.reminder_id"
                                + " where d.state in ('proposed', 'waiting') and ri.item_id = any(?)")
                .param(AnyOf.numbers(itemIds))
                .query(Long.class)
                .list();
    }

    private void note(String creditor, List<Waiting> waiting, String reason) {
        JournalRows journal = new JournalRows(database, clock.instant(), creditor);
        waiting.stream()
                .filter(dispatch -> dispatch.creditor().equals(creditor))
                .forEach(dispatch -> journal.add(
                        "dispatch-cancelled",
                        "dispatch:" + dispatch.id(),
                        "run",
                        "reminder",
                        dispatch.reminderId(),
                        "reason",
                        reason));
        journal.write();
    }
}
