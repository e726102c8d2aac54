package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What print houses report about letters: append-only, each event once; what it means for a letter follows at once. */
public final class LetterReports {

    /** One event; {@code eventId} is the print house's and makes it recognisable when it comes again. */
    public record Report(long dispatchId, String eventId, String state, String reason, Instant at, Proof proof) {}

    /** What came along with an event; each part may be null. */
    public record Proof(
            String providerCode,
            String tracking,
            Integer sheets,
            BigDecimal postage,
            String currency,
            String evidenceFile,
            String evidenceSha256,
            String newAddress) {

        public static final Proof NONE = new Proof(null, null, null, null, null, null, null, null);
    }

    private static final String ADD = """
            insert into receipt (dispatch_id, event_id, state, reason, at, batch_id, provider_code, tracking, sheets,
              postage, currency, evidence_file, evidence_sha256, new_address)
            select d.id, cast(? as varchar), cast(? as varchar), cast(? as varchar),
              cast(? as timestamp with time zone), cast(? as varchar), cast(? as varchar), cast(? as varchar),
              cast(? as int), cast(? as numeric), cast(? as varchar), cast(? as varchar), cast(? as varchar),
              cast(? as varchar)
            from dispatch d
            where d.id = ? and d.creditor = ? and d.batch_id is not null and not exists
              (select 1 from receipt r where r.dispatch_id = d.id and r.event_id = ?)""";

    private final Database database;
    private final LetterSettlement settlement;

    public LetterReports(Database database, LetterSettlement settlement) {
        this.database = database;
        this.settlement = settlement;
    }

    /** Adds what is new about letters of that creditor, and settles them; returns how many events were new. */
    public int add(String creditor, String batchId, List<Report> reports) {
        return database.inTransaction(() -> {
            int added = 0;
            for (int count : database.jdbc()
                    .batchUpdate(
                            ADD,
                            reports.stream()
                                    .map(report -> row(creditor, batchId, report))
                                    .toList())) {
                added += count;
            }
            settlement.settle(
                    creditor,
                    reports.stream().map(Report::dispatchId).distinct().sorted().toList());
            return added;
        });
    }

    private static Object[] row(String creditor, String batchId, Report report) {
        Proof proof = report.proof();
        return new Object[] {
            report.eventId(),
            report.state(),
            report.reason(),
            Database.at(report.at()),
            batchId,
            proof.providerCode(),
            proof.tracking(),
            proof.sheets(),
            proof.postage(),
            proof.currency(),
            proof.evidenceFile(),
            proof.evidenceSha256(),
            proof.newAddress(),
            report.dispatchId(),
            creditor,
            report.eventId()
        };
    }
}
