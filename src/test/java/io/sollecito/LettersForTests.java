package io.sollecito;

import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.time.Instant;

/** Letters with a print house, and what it reported about them, on the ledger of a test. */
public final class LettersForTests {

    private static final Instant PACKED = Instant.parse("2026-03-02T14:00:00Z");

    private final Database database;
    private int events;

    public LettersForTests(Database database) {
        this.database = database;
    }

    /** A batch of ordinary letters that the print house accepted. */
    public void batch(String creditor, String batchId) {
        batch(creditor, batchId, "ORDINARY", "accepted");
    }

    public void batch(String creditor, String batchId, String product, String state) {
        database.sql()
                .sql(
                        "insert into letter_batch (batch_id, creditor, product, state, letters, pages, zip_sha256, cut_off,"
                                + " created_at, state_at) values (?, ?, ?, ?, 1, 1, '00', ?, ?, ?)")
                .params(
                        batchId,
                        creditor,
                        product,
                        state,
                        Database.at(PACKED),
                        Database.at(PACKED),
                        Database.at(PACKED))
                .update();
    }

    /** A letter of one sheet; returns its dispatch. */
    public long letter(String creditor, String batchId) {
        return letter(creditor, batchId, 1, null);
    }

    /** @param postage in euros, or null */
    public long letter(String creditor, String batchId, int sheets, String postage) {
        long id = Database.insertedId(database.sql()
                .sql("insert into dispatch (reminder_id, creditor, source, debtor, channel, recipient, state, send_at,"
                        + " batch_id, created_at, state_at) values (1, ?, 'sap', '1', 'letter', 'Via Roma 1', 'sent', ?, ?,"
                        + " ?, ?)")
                .params(creditor, Database.at(PACKED), batchId, Database.at(PACKED), Database.at(PACKED)));
        packed(id, batchId, sheets, postage);
        return id;
    }

    /** Puts a letter into a batch, and out of the one that it was in. */
    public void packed(long dispatch, String batchId, int sheets, String postage) {
        database.sql()
                .sql("update dispatch set batch_id = ? where id = ?")
                .params(batchId, dispatch)
                .update();
        database.sql()
                .sql("insert into batch_letter (batch_id, dispatch_id, sheets, postage, currency)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        batchId,
                        dispatch,
                        sheets,
                        postage == null ? null : new BigDecimal(postage),
                        postage == null ? null : "EUR")
                .update();
    }

    /** Acknowledged, printed and given to the post at that moment. */
    public void posted(long dispatch, String batchId, Instant at) {
        told(dispatch, batchId, "ACKED", at);
        told(dispatch, batchId, "PRINTED", at);
        told(dispatch, batchId, "HANDED_OVER", at);
    }

    public void told(long dispatch, String batchId, String state, Instant at) {
        database.sql()
                .sql("insert into receipt (dispatch_id, event_id, state, at, batch_id) values (?, ?, ?, ?, ?)")
                .params(dispatch, "e" + ++events, state, Database.at(at), batchId)
                .update();
    }
}
