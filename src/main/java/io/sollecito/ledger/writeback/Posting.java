package io.sollecito.ledger.writeback;

import io.sollecito.ledger.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Who posts a source's payments in its ERP: the hub, whose allocations are written for the ERP to import, or the ERP, which
 * posts the bank's statements itself. What was allocated while the ERP posted stays the ERP's, so that nothing is posted
 * twice.
 */
final class Posting {

    static final String HUB = "hub";
    static final String ERP = "erp";

    private record Known(String posting, Instant since, Instant seen) {}

    private final Database database;
    private final Clock clock;

    Posting(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Records what the connection says, in the transaction under way.
     *
     * @return from when on the hub posts; empty when it does not
     */
    Optional<Instant> since(String connection, String creditor, String source, String posting) {
        if (!posting.equals(HUB) && !posting.equals(ERP)) {
            throw new IllegalArgumentException("posting is " + HUB + " or " + ERP + ", not '" + posting + "'");
        }
        Known known = known(creditor, source).orElse(null);
        Instant since =
                known == null ? declared(connection) : known.posting().equals(posting) ? known.since() : known.seen();
        Object[] values = {posting, Database.at(since), Database.at(clock.instant()), creditor, source};
        database.sql()
                .sql(
                        known == null
                                ? "insert into writeback_posting (posting, since, seen_at, creditor, source)"
                                        + " values (?, ?, ?, ?, ?)"
                                : "update writeback_posting set posting = ?, since = ?, seen_at = ?"
                                        + " where creditor = ? and source = ?")
                .params(values)
                .update();
        return posting.equals(HUB) ? Optional.of(since) : Optional.empty();
    }

    private Optional<Known> known(String creditor, String source) {
        return database.sql()
                .sql(
                        "select posting, since, seen_at from writeback_posting where creditor = ? and source = ? for update")
                .params(creditor, source)
                .query((rs, n) -> new Known(
                        rs.getString("posting"),
                        Database.instant(rs.getObject("since", OffsetDateTime.class)),
                        Database.instant(rs.getObject("seen_at", OffsetDateTime.class))))
                .optional();
    }

    private Instant declared(String connection) {
        return database.sql()
                .sql("select declared_at from connection where name = ?")
                .param(connection)
                .query((rs, n) -> Database.instant(rs.getObject("declared_at", OffsetDateTime.class)))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("connection " + connection + " is not declared"));
    }
}
