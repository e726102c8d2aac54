package io.sollecito.ledger.writeback;

import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Creditor;
import io.sollecito.model.Sha256;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The files that tell an ERP what the hub allocated and took back. An allocation and its reversal are each in one batch at
 * most, for ever; a batch's bytes are kept with it until it is sent, so that who sends it again sends the same.
 */
public final class Writebacks {

    /** One file's most entries: an ERP imports it in one go. */
    public static final int MOST = 5_000;

    private final Database database;
    private final Clock clock;
    private final Journal journal;
    private final Posting posting;
    private final WritebackRows rows;

    public Writebacks(Database database, Clock clock, Journal journal) {
        this.database = database;
        this.clock = clock;
        this.journal = journal;
        this.posting = new Posting(database, clock);
        this.rows = new WritebackRows(database);
    }

    /**
     * Puts what was not told yet into numbered batches, each in one transaction.
     *
     * @param posting hub, or erp: then nothing is collected
     * @param writer makes the file of a batch; what it throws leaves everything as it was
     * @return how many batches were made
     */
    public int collect(
            String connection,
            Creditor creditor,
            String source,
            String posting,
            Function<WritebackBatch, WritebackFile> writer) {
        int made = 0;
        while (collectOne(connection, creditor, source, posting, writer)) {
            made++;
        }
        return made;
    }

    private boolean collectOne(
            String connection,
            Creditor creditor,
            String source,
            String said,
            Function<WritebackBatch, WritebackFile> writer) {
        return database.inTransaction(() -> {
            CreditorLock.take(database, creditor.code());
            Optional<Instant> since = posting.since(connection, creditor.code(), source, said);
            List<WritebackEntry> due = since.map(moment -> rows.due(creditor.code(), source, moment, MOST))
                    .orElse(List.of());
            if (due.isEmpty()) {
                return false;
            }
            ZonedDateTime now = clock.instant().atZone(creditor.zone());
            WritebackBatch batch = new WritebackBatch(creditor.code(), source, next(creditor.code(), source), now, due);
            insert(connection, batch, writer.apply(batch));
            return true;
        });
    }

    /** Batches that were made and are not known to be there, oldest first. */
    public List<WritebackFile> unsent(String creditor, String source) {
        return database.sql()
                .sql("select id, file_name, content, charset from writeback_batch"
                        + " where creditor = ? and source = ? and sent_at is null order by batch_no")
                .params(creditor, source)
                .query((rs, n) -> new WritebackFile(
                        rs.getLong("id"),
                        rs.getString("file_name"),
                        rs.getString("content"),
                        Charset.forName(rs.getString("charset"))))
                .list();
    }

    /** The file is there whole under its name; from now on the ledger knows what it told, no longer in which words. */
    public void sent(long batch) {
        database.inTransaction(() -> {
            int sent = database.sql()
                    .sql("update writeback_batch set sent_at = ?, content = null where id = ? and sent_at is null")
                    .params(Database.at(clock.instant()), batch)
                    .update();
            if (sent == 1) {
                journal.append(creditorOf(batch), "writeback-sent", "writeback:" + batch, "run", Map.of());
            }
        });
    }

    private String creditorOf(long batch) {
        return database.sql()
                .sql("select creditor from writeback_batch where id = ?")
                .param(batch)
                .query(String.class)
                .single();
    }

    private long next(String creditor, String source) {
        return database.sql()
                .sql("select coalesce(max(batch_no), 0) + 1 from writeback_batch where creditor = ? and source = ?")
                .params(creditor, source)
                .query(Long.class)
                .single();
    }

    private void insert(String connection, WritebackBatch batch, WritebackFile file) {
        String hash = Sha256.hex(file.bytes());
        database.sql()
                .sql("insert into writeback_batch (creditor, source, batch_no, connection, file_name, charset, content,"
                        + " sha256, entries, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        batch.creditor(),
                        batch.source(),
                        batch.no(),
                        connection,
                        file.name(),
                        file.charset().name(),
                        file.content(),
                        hash,
                        batch.entries().size(),
                        Database.at(batch.madeAt().toInstant()))
                .update();
        long id = database.sql()
                .sql("select id from writeback_batch where creditor = ? and source = ? and batch_no = ?")
                .params(batch.creditor(), batch.source(), batch.no())
                .query(Long.class)
                .single();
        BulkInsert told = new BulkInsert("writeback_row")
                .numbers("allocation_id", "batch_id", "entry_no")
                .texts("kind")
                .amounts("amount");
        batch.entries().forEach(entry -> told.row(entry.row(), id, (long) entry.no(), entry.kind(), entry.amount()));
        told.run(database);
        journal.append(batch.creditor(), "writeback-made", "writeback:" + id, "run", details(batch, file, hash));
    }

    private static Map<String, Object> details(WritebackBatch batch, WritebackFile file, String hash) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("file", file.name());
        details.put("sha256", hash);
        details.put("entries", batch.entries().size());
        batch.totals().forEach(total -> details.put("sum " + total.currency(), total.sum()));
        return details;
    }
}
