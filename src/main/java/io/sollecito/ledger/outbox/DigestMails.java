package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import java.time.LocalDate;
import java.util.Map;

/** The digests' e-mails, which are no dispatches: how many a creditor's provider was handed on a day. */
public final class DigestMails {

    private static final String HANDED_OVER = "digest-handed-over";

    private final Database database;
    private final Journal journal;

    public DigestMails(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** One e-mail of that day's digest was accepted, or may have been. */
    public void handedOver(String creditor, LocalDate day) {
        database.inTransaction(() -> journal.append(creditor, HANDED_OVER, subject(creditor, day), "run", Map.of()));
    }

    static int count(Database database, String creditor, LocalDate day) {
        return database.sql()
                .sql("select count(*) from journal where subject = ? and event = ?")
                .params(subject(creditor, day), HANDED_OVER)
                .query(Integer.class)
                .single();
    }

    private static String subject(String creditor, LocalDate day) {
        return "digest:" + creditor + ":" + day;
    }
}
