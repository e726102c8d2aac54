package io.sollecito.ledger.payments;

import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.connections.CreditorLock;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.JournalRows;
import io.sollecito.ledger.payments.StatementRows.Fresh;
import io.sollecito.model.Creditor;
import io.sollecito.model.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes bank statements: each entry once (law 3), with its payments, what they settle and what that stops. */
public final class Statements {

    /** Where a statement comes from. */
    public record Origin(String connection, String fileName, String contentHash) {}

    private final Database database;
    private final Clock clock;
    private final Connections connections;
    private final StatementRows rows;

    public Statements(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.connections = new Connections(database, clock);
        this.rows = new StatementRows(database, clock);
    }

    /** Whether this statement of exactly this file was applied before: its account, number, days and balances. */
    public boolean isKnown(Origin origin, Statement statement) {
        return isRecorded(origin, statement, "applied");
    }

    /** Without a closing balance the closing day is that of the file's delivery, which tells nothing. */
    private boolean isRecorded(Origin origin, Statement statement, String state) {
        return database.sql()
                .sql("select id from bank_statement where connection = ? and content_hash = ? and account = ?"
                        + " and state = ? and coalesce(statement_id, '') = ? and coalesce(currency, '') = ?"
                        + " and opening_date is not distinct from ? and opening_balance is not distinct from ?"
                        + " and closing_balance is not distinct from ?"
                        + " and (closing_balance is null or closing_date is not distinct from ?) limit 1")
                .params(Arrays.asList(
                        origin.connection(),
                        origin.contentHash(),
                        Objects.requireNonNullElse(statement.account(), ""),
                        state,
                        Objects.requireNonNullElse(statement.statementId(), ""),
                        Objects.requireNonNullElse(statement.currency(), ""),
                        statement.openingDate(),
                        statement.openingBalance(),
                        statement.closingBalance(),
                        statement.closingDate()))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * Applies a statement in one transaction.
     *
     * @param statement every entry with a booking date and with payments that add up to it
     */
    public StatementTaken take(Origin origin, Creditor creditor, Statement statement, PaymentDecider decider) {
        return database.inTransaction(() -> {
            CreditorLock.take(database, creditor.code());
            if (isKnown(origin, statement)) {
                refresh(origin, creditor, statement);
                return new StatementTaken(
                        statement.statementId(),
                        "unchanged",
                        null,
                        0,
                        statement.entries().size(),
                        false,
                        Map.of());
            }
            StatementChain chain = new StatementChain(database, statement);
            StatementChain.Place place = chain.place();
            Map<String, Integer> twins = chain.twins();
            long alike = place.continues() || place.overlaps() ? 0 : undecidable(statement, twins);
            if (alike > 0) {
                return quarantine(
                        origin,
                        creditor,
                        statement,
                        alike
                                + " entries look like known ones, and the balances do not tell whether they are the same");
            }
            List<Fresh> fresh = fresh(statement, twins, place.continues());
            long id = rows.insert(origin, creditor, statement, "applied", null, place.gap());
            closeGaps(statement);
            Map<String, Integer> decisions = rows.payments(id, creditor, statement, fresh, decider);
            JournalRows journal = new JournalRows(database, clock.instant(), creditor.code());
            journal.add(
                    "statement-applied",
                    "statement:" + id,
                    "run",
                    "new",
                    fresh.size(),
                    "known",
                    statement.entries().size() - fresh.size(),
                    "gap",
                    place.gap(),
                    "closingBalance",
                    statement.closingBalance());
            journal.write();
            refresh(origin, creditor, statement);
            return new StatementTaken(
                    statement.statementId(),
                    "applied",
                    null,
                    fresh.size(),
                    statement.entries().size() - fresh.size(),
                    place.gap(),
                    decisions);
        });
    }

    /** Records that a statement waits for a person; nothing of it is applied. It may be without account and entries. */
    public StatementTaken quarantine(Origin origin, Creditor creditor, Statement statement, String reason) {
        return database.inTransaction(() -> {
            StatementTaken taken =
                    new StatementTaken(statement.statementId(), "quarantined", reason, 0, 0, false, Map.of());
            if (isRecorded(origin, statement, "quarantined")) {
                return taken;
            }
            long id = rows.insert(origin, creditor, statement, "quarantined", reason, false);
            JournalRows journal = new JournalRows(database, clock.instant(), creditor.code());
            journal.add(
                    "statement-quarantined",
                    "statement:" + id,
                    "run",
                    "entries",
                    statement.entries().size());
            journal.write();
            return taken;
        });
    }

    private static long undecidable(Statement statement, Map<String, Integer> twins) {
        return statement.entries().stream()
                .filter(entry ->
                        !Fingerprint.isTelling(entry) && twins.containsKey(Fingerprint.of(statement.account(), entry)))
                .count();
    }

    /** The entries that the ledger does not know. In a statement that continues the chain all are new. */
    private static List<Fresh> fresh(Statement statement, Map<String, Integer> twins, boolean continues) {
        List<Fresh> fresh = new ArrayList<>();
        Map<String, Integer> here = new HashMap<>();
        for (Statement.Entry entry : statement.entries()) {
            String fingerprint = Fingerprint.of(statement.account(), entry);
            int known = twins.getOrDefault(fingerprint, 0);
            int number = here.merge(fingerprint, 1, Integer::sum);
            if (continues || number > known) {
                fresh.add(new Fresh(entry, fingerprint, continues ? known + number : number));
            }
        }
        return fresh;
    }

    /** A statement that was missing closes the gap before the one that follows it. */
    private void closeGaps(Statement statement) {
        if (statement.closingBalance() != null && statement.closingDate() != null) {
            database.sql()
                    .sql("update bank_statement set gap = false where account = ? and state = 'applied' and gap"
                            + " and opening_balance = ? and (closing_date is null or closing_date >= ?)")
                    .params(statement.account(), statement.closingBalance(), statement.closingDate())
                    .update();
        }
    }

    private void refresh(Origin origin, Creditor creditor, Statement statement) {
        LocalDate closing = statement.closingDate();
        if (closing != null) {
            connections.factsAsOf(
                    origin.connection(),
                    closing.atTime(LocalTime.of(23, 59, 59))
                            .atZone(creditor.zone())
                            .toInstant());
        }
    }
}
