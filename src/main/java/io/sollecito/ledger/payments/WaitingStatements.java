package io.sollecito.ledger.payments;

import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.model.Creditor;
import io.sollecito.model.Refused;
import io.sollecito.model.Statement;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Statements that wait for a person, and what the person decides (law 13). */
public final class WaitingStatements {

    /** @param keptAs where its file is, or null */
    public record Waiting(
            long id, String creditor, String connection, String fileName, String format, int position, String keptAs) {}

    private final Database database;
    private final Clock clock;
    private final Statements statements;

    public WaitingStatements(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.statements = new Statements(database, clock);
    }

    /** Empty when it waits no more. */
    public Optional<Waiting> find(long id) {
        return database.sql()
                .sql("select id, creditor, connection, file_name, format, position, kept_as from bank_statement"
                        + " where id = ? and state = 'quarantined'")
                .param(id)
                .query((rs, n) -> new Waiting(
                        rs.getLong("id"),
                        rs.getString("creditor"),
                        rs.getString("connection"),
                        rs.getString("file_name"),
                        rs.getString("format"),
                        rs.getInt("position"),
                        rs.getString("kept_as")))
                .optional();
    }

    /**
     * Applies a waiting statement as a whole; throws Refused and changes nothing when it cannot be.
     *
     * @param contentHash of the kept file, which must be the one that waits
     * @param details whether it is a notification
     */
    public StatementTaken release(
            Release release,
            Creditor creditor,
            String contentHash,
            Statement statement,
            boolean details,
            PaymentDecider decider) {
        return database.inTransaction(() -> {
            CreditorLock.take(database, creditor.code());
            Waiting waiting =
                    find(release.id()).orElseThrow(() -> new Refused("statement:" + release.id() + " waits no more"));
            var origin = new Statements.Origin(
                    waiting.connection(),
                    waiting.fileName(),
                    contentHash,
                    waiting.format(),
                    waiting.position(),
                    waiting.keptAs());
            StatementTaken taken = details
                    ? statements.applyNotified(origin, creditor, statement, decider, release)
                    : statements.apply(origin, creditor, statement, decider, release);
            if (taken.reason() != null) {
                throw new Refused("statement:" + release.id() + " cannot be applied: " + taken.reason());
            }
            journal(
                    waiting,
                    "statement-released",
                    release.user(),
                    "second",
                    release.second(),
                    "doubtful",
                    release.choice().name().toLowerCase(Locale.ROOT),
                    "reason",
                    release.reason());
            return taken;
        });
    }

    /** Nothing of it is ever applied. */
    public void reject(long id, String user, String reason) {
        database.inTransaction(() -> {
            Waiting waiting = find(id).orElseThrow(() -> new Refused("statement:" + id + " does not wait"));
            CreditorLock.take(database, waiting.creditor());
            int changed = database.sql()
                    .sql("update bank_statement set state = 'rejected' where id = ? and state = 'quarantined'")
                    .param(id)
                    .update();
            if (changed == 0) {
                throw new Refused("statement:" + id + " does not wait");
            }
            journal(waiting, "statement-rejected", user, "reason", reason);
        });
    }

    private void journal(Waiting waiting, String event, String user, Object... details) {
        JournalRows journal = new JournalRows(database, clock.instant(), waiting.creditor());
        journal.add(event, "statement:" + waiting.id(), user, details);
        journal.write();
    }
}
