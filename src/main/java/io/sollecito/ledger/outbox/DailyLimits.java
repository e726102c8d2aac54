package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.model.Creditor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * How many e-mails a creditor's provider takes a day, the creditor's; what is over waits for the next day. The day's digest
 * counts too, and has its places even before it is sent.
 */
public final class DailyLimits {

    static final String CHANNEL = "email";

    private final Database database;
    private final Map<String, Integer> perDay;

    /** @param perDay by creditor; who is not in it has no limit */
    public DailyLimits(Database database, Map<String, Integer> perDay) {
        this.database = database;
        this.perDay = Map.copyOf(perDay);
    }

    /** How many may still be claimed; counted under a lock that the transaction under way holds to its end. */
    int left(Creditor creditor, Instant now) {
        Integer most = perDay.get(creditor.code());
        if (most == null) {
            return Integer.MAX_VALUE;
        }
        lock(creditor.code());
        LocalDate day = LocalDate.ofInstant(now, creditor.zone());
        Instant midnight = day.atStartOfDay(creditor.zone()).toInstant();
        int used = database.sql()
                .sql("select count(*) from dispatch where creditor = ? and channel = ? and state_at >= ?"
                        + " and (state in ('claimed', 'sending', 'sent', 'uncertain')"
                        + " or state = 'failed' and attempts > 0)")
                .params(creditor.code(), CHANNEL, Database.at(midnight))
                .query(Integer.class)
                .single();
        int digests = Math.max(creditor.people().finance().size(), DigestMails.count(database, creditor.code(), day));
        return Math.max(0, most - used - digests);
    }

    private void lock(String creditor) {
        database.sql()
                .sql("merge into daily_limit_lock l using (select cast(? as varchar) as creditor,"
                        + " cast(? as varchar) as channel) n on l.creditor = n.creditor and l.channel = n.channel"
                        + " when not matched then insert (creditor, channel) values (n.creditor, n.channel)")
                .params(creditor, CHANNEL)
                .update();
        database.sql()
                .sql("select creditor from daily_limit_lock where creditor = ? and channel = ? for update")
                .params(creditor, CHANNEL)
                .query(String.class)
                .single();
    }
}
