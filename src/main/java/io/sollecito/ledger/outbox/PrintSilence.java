package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import java.time.Instant;
import java.util.List;

/** What print houses owe an answer to: batches, letters, recalls and evidence that was announced. */
public final class PrintSilence {

    /** A batch or letter without the answer that it should have by now; {@code since} is when it began to be owed. */
    public record Owed(String batchId, Long dispatchId, String product, Instant since) {}

    /** A file that came, but is not the one that was announced, or an announced one that did not come. */
    public record Doubt(long dispatchId, boolean arrived, Instant since) {}

    /** Letters posted longer ago than this are no longer asked after. */
    private static final int DAYS = 180;

    private static final String POSTED = "('HANDED_OVER', 'IN_TRANSIT', 'AT_COUNTER', 'LOST', 'DELIVERED', 'RETURNED')";
    private static final String ENDED = "('LOST', 'DELIVERED', 'RETURNED')";

    private final Database database;

    public PrintSilence(Database database) {
        this.database = database;
    }

    /** Batches that were handed over, or may have been, and are not acknowledged. */
    public List<Owed> unacknowledged(String creditor) {
        return database.sql()
                .sql("select batch_id, product, state_at from letter_batch where creditor = ?"
                        + " and state in ('sent', 'uncertain') order by batch_id")
                .param(creditor)
                .query((rs, n) -> new Owed(
                        rs.getString("batch_id"),
                        null,
                        rs.getString("product"),
                        rs.getTimestamp("state_at").toInstant()))
                .list();
    }

    /** Accepted letters of which the print house has not said that the post has them. */
    public List<Owed> unposted(String creditor, Instant now) {
        return without(creditor, now, POSTED);
    }

    /** Accepted letters whose end is not known. */
    public List<Owed> undelivered(String creditor, Instant now) {
        return without(creditor, now, ENDED);
    }

    /** Recalls without an answer; {@code since} is when it was asked. */
    public List<Owed> unansweredRecalls(String creditor) {
        return database.sql()
                .sql("select d.batch_id, d.id, b.product, r.at from receipt r join dispatch d on d.id = r.dispatch_id"
                        + " join letter_batch b on b.batch_id = d.batch_id"
                        + " where d.creditor = ? and r.state = 'RECALL_REQUESTED' and d.state = 'sent'"
                        + " and not exists (select 1 from receipt a where a.dispatch_id = d.id"
                        + " and a.state in ('CANCELLED', 'TOO_LATE')) order by d.id")
                .param(creditor)
                .query((rs, n) -> new Owed(
                        rs.getString("batch_id"),
                        rs.getLong("id"),
                        rs.getString("product"),
                        rs.getTimestamp("at").toInstant()))
                .list();
    }

    /** Announced evidence of which no file with that hash is kept. */
    public List<Doubt> evidence(String creditor) {
        return database.sql()
                .sql("select r.dispatch_id, r.at, (select count(*) from evidence o"
                        + " where o.creditor = d.creditor and o.file_name = r.evidence_file) as arrived"
                        + " from receipt r join dispatch d on d.id = r.dispatch_id"
                        + " where d.creditor = ? and r.evidence_file is not null and not exists"
                        + " (select 1 from evidence e where e.creditor = d.creditor and e.file_name = r.evidence_file"
                        + " and (r.evidence_sha256 is null or e.sha256 = r.evidence_sha256)) order by r.id")
                .param(creditor)
                .query((rs, n) -> new Doubt(
                        rs.getLong("dispatch_id"),
                        rs.getLong("arrived") > 0,
                        rs.getTimestamp("at").toInstant()))
                .list();
    }

    private List<Owed> without(String creditor, Instant now, String states) {
        return database.sql()
                .sql("select d.batch_id, d.id, b.product, b.cut_off from letter_batch b"
                        + " join dispatch d on d.batch_id = b.batch_id where b.creditor = ? and d.state = 'sent'"
                        + " and b.state in ('accepted', 'partial') and b.cut_off < ? and b.cut_off > ?"
                        + " and not exists (select 1 from receipt r where r.dispatch_id = d.id and r.state in " + states
                        + ") order by d.id")
                .params(creditor, Database.at(now), Database.at(now.minusSeconds(DAYS * 86_400L)))
                .query((rs, n) -> new Owed(
                        rs.getString("batch_id"),
                        rs.getLong("id"),
                        rs.getString("product"),
                        rs.getTimestamp("cut_off").toInstant()))
                .list();
    }
}
