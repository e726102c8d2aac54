package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packages of letters that went, or were to go, to a print house. */
public final class LetterBatches {

    /**
     * One package.
     *
     * @param product ORDINARY, PRIORITY, TRACKED, REGISTERED or REGISTERED_AR
     * @param replaces the batch that the print house refused these letters of, or null
     */
    public record Batch(
            String batchId,
            String creditor,
            String product,
            int letters,
            int pages,
            String zipSha256,
            Instant cutOff,
            String replaces) {}

    /**
     * A letter in a package.
     *
     * @param sheets that the print house may count
     * @param postage as agreed, or null
     * @param currency of the postage, or null
     */
    public record Packed(Claim claim, int sheets, BigDecimal postage, String currency) {}

    private final Database database;
    private final Clock clock;
    private final Journal journal;

    public LetterBatches(Database database, Clock clock, Journal journal) {
        this.database = database;
        this.clock = clock;
        this.journal = journal;
    }

    /** How many batch ids begin so: the next one of the day gets the next number. */
    public int countOf(String prefix) {
        return database.sql()
                .sql("select count(*) from letter_batch where batch_id like ?")
                .param(prefix + "%")
                .query(Integer.class)
                .single();
    }

    /** Records a package before anything of it leaves, and which letters are in it. */
    public void built(Batch batch, List<Packed> letters) {
        database.inTransaction(() -> {
            var now = Database.at(clock.instant());
            database.sql()
                    .sql(
                            "insert into letter_batch (batch_id, creditor, product, state, letters, pages, zip_sha256,"
                                    + " cut_off, replaces, created_at, state_at) values (?, ?, ?, 'built', ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            batch.batchId(),
                            batch.creditor(),
                            batch.product(),
                            batch.letters(),
                            batch.pages(),
                            batch.zipSha256(),
                            Database.at(batch.cutOff()),
                            batch.replaces(),
                            now,
                            now)
                    .update();
            database.jdbc()
                    .batchUpdate(
                            "update dispatch set batch_id = ? where id = ? and claim_token = ?",
                            letters.stream()
                                    .map(Packed::claim)
                                    .map(claim -> new Object[] {batch.batchId(), claim.dispatchId(), claim.token()})
                                    .toList());
            database.jdbc()
                    .batchUpdate(
                            "insert into batch_letter (batch_id, dispatch_id, sheets, postage, currency)"
                                    + " values (?, ?, ?, ?, ?)",
                            letters.stream()
                                    .map(letter -> new Object[] {
                                        batch.batchId(),
                                        letter.claim().dispatchId(),
                                        letter.sheets(),
                                        letter.postage(),
                                        letter.currency()
                                    })
                                    .toList());
            note(batch.creditor(), batch.batchId(), "built", "letters: " + batch.letters());
        });
    }

    /** Moves a batch: sent, uncertain, failed, accepted, partial or rejected. */
    public void move(String creditor, String batchId, String state, String reason) {
        database.inTransaction(() -> {
            database.sql()
                    .sql("update letter_batch set state = ?, state_at = ? where batch_id = ?")
                    .params(state, Database.at(clock.instant()), batchId)
                    .update();
            note(creditor, batchId, state, reason);
        });
    }

    /** A batch's state, or nothing when no such batch is known. */
    public Optional<String> state(String batchId) {
        return database.sql()
                .sql("select state from letter_batch where batch_id = ?")
                .param(batchId)
                .query(String.class)
                .optional();
    }

    /** A batch as it was built, or nothing when no such batch is known. */
    public Optional<Batch> find(String batchId) {
        return database.sql()
                .sql("select * from letter_batch where batch_id = ?")
                .param(batchId)
                .query((rs, n) -> new Batch(
                        rs.getString("batch_id"),
                        rs.getString("creditor"),
                        rs.getString("product"),
                        rs.getInt("letters"),
                        rs.getInt("pages"),
                        rs.getString("zip_sha256"),
                        rs.getTimestamp("cut_off").toInstant(),
                        rs.getString("replaces")))
                .optional();
    }

    /** Of these letters those that the print house refused or failed to print, each with the batch that it was in. */
    public Map<Long, String> refusedIn(Collection<Long> dispatchIds) {
        Map<Long, String> refused = new HashMap<>();
        database.sql()
                .sql(
                        "select d.id, d.batch_id from dispatch d where d.id in (:ids) and exists (select 1 from receipt r"
                                + " where r.dispatch_id = d.id and r.batch_id = d.batch_id and r.state in ('REJECTED', 'FAILED'))")
                .param("ids", dispatchIds)
                .query(rs -> {
                    refused.put(rs.getLong("id"), rs.getString("batch_id"));
                });
        return refused;
    }

    /** The dispatches that the batch holds. */
    public List<Long> dispatches(String batchId) {
        return database.sql()
                .sql("select id from dispatch where batch_id = ? order by id")
                .param(batchId)
                .query(Long.class)
                .list();
    }

    /** Whether the batch's trigger is being uploaded right now: what becomes of its letters is not written yet. */
    public boolean isLeaving(String batchId) {
        return database.sql()
                        .sql("select count(*) from dispatch where batch_id = ? and state = 'sending'")
                        .param(batchId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void note(String creditor, String batchId, String state, String reason) {
        journal.append(
                creditor,
                "batch-" + state,
                "batch:" + batchId,
                "run",
                reason == null ? Map.of() : Map.of("reason", reason));
    }
}
