package io.sollecito.ledger.journal;

import io.sollecito.ledger.database.Database;
import java.time.Clock;
import java.util.Map;

/** What a person should look at: each is told once, in the journal and in the day's digest. */
public final class Alarms {

    private final Database database;
    private final Clock clock;
    private final Journal journal;

    public Alarms(Database database, Clock clock, Journal journal) {
        this.database = database;
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Raises an alarm unless it was raised before.
     *
     * @param kind such as letter-stuck
     * @param subject what it is about, as the journal names it, such as batch:ACME-IT-20260302-O1
     * @param message one sentence for people, without personal data
     * @return whether it is new
     */
    public boolean raise(String creditor, String kind, String subject, String message) {
        return database.inTransaction(() -> {
            int added = database.sql()
                    .sql("insert into alarm (creditor, kind, subject, message, at) select ?, ?, ?, ?, ?"
                            + " where not exists (select 1 from alarm where creditor = ? and kind = ? and subject = ?)")
                    .params(creditor, kind, subject, message, Database.at(clock.instant()), creditor, kind, subject)
                    .update();
            if (added == 1) {
                journal.append(creditor, "alarm-" + kind, subject, "run", Map.of("message", message));
            }
            return added == 1;
        });
    }
}
