package io.sollecito.ledger.reminders;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.reminders.Thanks.Verdict.Thank;
import io.sollecito.model.Creditor;
import java.time.Clock;
import java.time.OffsetDateTime;

/** Writes what is decided about thanks; the key of the table lets no reminder be decided twice. */
final class ThanksRows {

    private static final String REMINDER = """
            insert into reminder (id, creditor, source, debtor, plan, step, template, language, currency, total, reference,
              expires_on, channels, attachments, state, created_at)
            select cast(? as bigint), creditor, source, debtor, plan, cast(? as varchar), cast(? as varchar), language, currency,
              0, cast(? as varchar), cast(? as date), cast(? as varchar), '[]', 'waiting', cast(? as timestamp with time zone)
            from reminder where id = ?
            """;

    private static final String ITEMS = """
            insert into reminder_item (reminder_id, item_id, role, advances, repeat_no, amount)
            select cast(? as bigint), item_id, 'paid', false, 0, 0 from reminder_item where reminder_id = ? and
            """ + PaidReminders.DEMANDED;

    private static final String DISPATCH = """
            insert into dispatch (reminder_id, creditor, source, debtor, channel, recipient, state, send_at, created_at, state_at)
            select id, creditor, source, debtor, cast(? as varchar), cast(? as varchar), 'waiting',
              cast(? as timestamp with time zone), created_at, created_at
            from reminder where id = ?
            """;

    private final Database database;
    private final OffsetDateTime now;

    ThanksRows(Database database, Clock clock) {
        this.database = database;
        this.now = Database.at(clock.instant());
    }

    /** Returns the id of the thank-you. */
    long thank(Creditor creditor, long reminder, Thank thank) {
        long id = database.sql()
                .sql("select nextval('reminder_number')")
                .query(Long.class)
                .single();
        decided(reminder, id, null);
        database.sql()
                .sql(REMINDER)
                .params(
                        id,
                        Thanks.STEP,
                        thank.template(),
                        creditor.howToPay().references().ofReminder(id),
                        thank.until(),
                        "[\"" + thank.channel() + "\"]",
                        now,
                        reminder)
                .update();
        database.sql().sql(ITEMS).params(id, reminder).update();
        database.sql()
                .sql(DISPATCH)
                .params(thank.channel(), thank.recipient(), Database.at(thank.sendAt()), id)
                .update();
        return id;
    }

    void withhold(long reminder, String reason) {
        decided(reminder, null, reason);
    }

    private void decided(long reminder, Long thankYou, String reason) {
        database.sql()
                .sql("insert into thanks (reminder_id, thank_you, reason, decided_at)"
                        + " values (?, cast(? as bigint), cast(? as varchar), ?)")
                .param(1, reminder)
                .param(2, thankYou)
                .param(3, reason)
                .param(4, now)
                .update();
    }
}
