package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.AnyOf;
import io.sollecito.ledger.database.Database;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * A reminder's state follows from its dispatches: one that was sent makes it sent, else one that is uncertain makes it
 * uncertain, else it waits while one is on its way; when nothing is left it is undelivered or cancelled, and its guards
 * are freed so that the next planning run composes anew (law 5).
 */
final class ReminderStates {

    private static final String DERIVE = """
            update reminder set
              state = (select case
                  when sum(case when d.state = 'sent' then 1 else 0 end) > 0 then 'sent'
                  when sum(case when d.state = 'uncertain' then 1 else 0 end) > 0 then 'uncertain'
                  when sum(case when d.state in ('proposed', 'waiting', 'claimed', 'sending') then 1 else 0 end) > 0 then 'waiting'
                  when sum(case when d.state = 'failed' then 1 else 0 end) > 0 then 'undelivered'
                  else 'cancelled' end
                from dispatch d where d.reminder_id = reminder.id),
              reason = (select case when sum(case when d.state in ('failed', 'cancelled', 'uncertain') then 0 else 1 end)
                  > 0 then null else max(d.reason) end
                from dispatch d where d.reminder_id = reminder.id)
            where id = any(:ids)""";

    private final Database database;

    ReminderStates(Database database) {
        this.database = database;
    }

    /** Derives anew, in the transaction under way; {@code today} dates those that are now sent for the first time. */
    void derive(Collection<Long> reminderIds, LocalDate today) {
        if (reminderIds.isEmpty()) {
            return;
        }
        SqlArrayValue ids = AnyOf.numbers(reminderIds);
        lock(ids);
        database.sql().sql(DERIVE).param("ids", ids).update();
        database.sql()
                .sql("update reminder set effective_on = :today"
                        + " where id = any(:ids) and state = 'sent' and effective_on is null")
                .param("today", today)
                .param("ids", ids)
                .update();
        database.sql()
                .sql("update reminder set effective_on = null"
                        + " where id = any(:ids) and state not in ('sent', 'uncertain') and effective_on is not null")
                .param("ids", ids)
                .update();
        database.sql()
                .sql("update reminder_item set guard = null where guard is not null and reminder_id in"
                        + " (select id from reminder where id = any(:ids) and state in ('cancelled', 'undelivered'))")
                .param("ids", ids)
                .update();
    }

    /** The same where a dispatch of each was just sent: that decides. */
    void sent(Collection<Long> reminderIds, LocalDate today) {
        SqlArrayValue ids = AnyOf.numbers(reminderIds);
        lock(ids);
        database.sql()
                .sql("update reminder set state = 'sent', reason = null, effective_on = coalesce(effective_on, ?)"
                        + " where id = any(?)")
                .params(today, ids)
                .update();
    }

    /** Two dispatches of one reminder may end at the same time: the later one sees the earlier one's end. */
    private void lock(SqlArrayValue ids) {
        database.sql()
                .sql("select id from reminder where id = any(?) order by id for update")
                .param(ids)
                .query(Long.class)
                .list();
    }
}
