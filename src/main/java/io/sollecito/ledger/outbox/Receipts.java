package io.sollecito.ledger.outbox;

import io.sollecito.ledger.database.Database;
import java.time.Instant;
import java.util.List;

/** What came back about dispatches: append-only, each event once. */
public final class Receipts {

    /** One event; {@code eventId} is the other side's and makes it recognisable when it comes again. */
    public record Receipt(long dispatchId, String eventId, String state, String reason, Instant at) {}

    private final Database database;

    public Receipts(Database database) {
        this.database = database;
    }

    /** Adds what is new, for dispatches of that creditor only; returns how many were. */
    public int add(String creditor, List<Receipt> receipts) {
        return database.inTransaction(() -> {
            int added = 0;
            int[] counts = database.jdbc()
                    .batchUpdate(
                            "insert into receipt (dispatch_id, event_id, state, reason, at)"
                                    + " select d.id, cast(? as varchar), cast(? as varchar), cast(? as varchar),"
                                    + " cast(? as timestamp with time zone) from dispatch d"
                                    + " where d.id = ? and d.creditor = ? and not exists"
                                    + " (select 1 from receipt r where r.dispatch_id = d.id and r.event_id = ?)",
                            receipts.stream()
                                    .map(receipt -> new Object[] {
                                        receipt.eventId(),
                                        receipt.state(),
                                        receipt.reason(),
                                        Database.at(receipt.at()),
                                        receipt.dispatchId(),
                                        creditor,
                                        receipt.eventId()
                                    })
                                    .toList());
            for (int count : counts) {
                added += count;
            }
            return added;
        });
    }
}
