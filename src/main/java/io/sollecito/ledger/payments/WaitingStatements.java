package io.sollecito.ledger.payments;

import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.model.Creditor;
import io.sollecito.model.Refused;
import io.sollecito.model.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Statements that wait for a person, and what the person decides (law 13). */
public final class WaitingStatements {

    /**
     * @param position which of the file's statements it is, from 1
     * @param closingDate as the file says it, or the day of its delivery
     * @param keptAs where its file is, or null
     */
    public record Waiting(long id, String creditor, Statements.Origin origin, LocalDate closingDate) {

        public int position() {
            return origin.position();
        }

        public String keptAs() {
            return origin.keptAs();
        }
    }

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
                .sql("select id, creditor, connection, file_name, content_hash, format, position, kept_as, closing_date"
                        + " from bank_statement where id = ? and state = 'quarantined'")
                .param(id)
                .query((rs, n) -> new Waiting(
                        rs.getLong("id"),
                        rs.getString("creditor"),
                        new Statements.Origin(
                                rs.getString("connection"),
                                rs.getString("file_name"),
                                rs.getString("content_hash"),
                                rs.getString("format"),
                                rs.getInt("position"),
                                rs.getString("kept_as")),
                        rs.getObject("closing_date", LocalDate.class)))
                .optional();
    }

    /**
     * Applies a waiting statement as a whole; throws Refused and changes nothing when it cannot be.
     *
     * @param format of its file as it is read now
     * @param details whether it is a notification
     */
    public StatementTaken release(
            Release release,
            Creditor creditor,
            String format,
            Statement statement,
            boolean details,
            PaymentDecider decider) {
        return database.inTransaction(() -> {
            CreditorLock.take(database, creditor.code());
            Waiting waiting =
                    find(release.id()).orElseThrow(() -> new Refused("statement:" + release.id() + " does not wait"));
            Statements.Origin origin = waiting.origin().of(format);
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
