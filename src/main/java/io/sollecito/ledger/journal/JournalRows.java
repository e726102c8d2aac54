package io.sollecito.ledger.journal;

import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Journal rows of many events, written by one statement in the transaction under way. */
public final class JournalRows {

    private final Database database;
    private final OffsetDateTime at;
    private final String creditor;
    private BulkInsert rows = rows();

    public JournalRows(Database database, Instant at, String creditor) {
        this.database = database;
        this.at = Database.at(at);
        this.creditor = creditor;
    }

    /** @param details names and values in turn; ids, amounts and reasons only */
    public void add(String event, String subject, String actor, Object... details) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            named.put((String) details[i], details[i + 1]);
        }
        add(event, subject, actor, named);
    }

    void add(String event, String subject, String actor, Map<String, ?> details) {
        rows.row(at, creditor, event, subject, actor, Journal.json(details));
    }

    public void write() {
        rows.run(database);
        rows = rows();
    }

    private static BulkInsert rows() {
        return new BulkInsert("journal").moments("at").texts("creditor", "event", "subject", "actor", "details");
    }
}
