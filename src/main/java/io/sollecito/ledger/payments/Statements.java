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
import java.util.List;
import java.util.Map;

/** Takes bank statements: each entry once (law 3), with its payments, what they settle and what that stops. */
public final class Statements {

    /**
     * Where a statement comes from.
     *
     * @param format as exactly as the file says; null when unknown
     * @param position which of the file's statements it is, from 1
     * @param keptAs where the file is kept if the statement has to wait, or null
     */
    public record Origin(
            String connection, String fileName, String contentHash, String format, int position, String keptAs) {

        public Origin(String connection, String fileName, String contentHash) {
            this(connection, fileName, contentHash, null, 1, null);
        }

        Origin of(String otherFormat) {
            return new Origin(connection, fileName, contentHash, otherFormat, position, keptAs);
        }

        public Origin at(int statement) {
            return new Origin(connection, fileName, contentHash, format, statement, keptAs);
        }
    }

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

    /**
     * Applies a statement of closed days in one transaction.
     *
     * @param statement every entry with a booking date and with payments that add up to it
     */
    public StatementTaken take(Origin origin, Creditor creditor, Statement statement, PaymentDecider decider) {
        return database.inTransaction(() -> {
            CreditorLock.take(database, creditor.code());
            if (rows.isRecorded(origin, statement, "applied")) {
                refresh(origin, creditor, statement.closingDate());
                return StatementTaken.unchanged(statement);
            }
            return apply(origin, creditor, statement, decider, null);
        });
    }

    /** Applies a notification: its payments count, and the entries that book their money do not (law 10). */
    public StatementTaken notified(Origin origin, Creditor creditor, Statement statement, PaymentDecider decider) {
        return database.inTransaction(() -> {
            CreditorLock.take(database, creditor.code());
            if (rows.isRecorded(origin, statement, "applied")) {
                return StatementTaken.unchanged(statement);
            }
            return applyNotified(origin, creditor, statement, decider, null);
        });
    }

    /** Records a report during the day, whose entries come again in the day's statement. */
    public StatementTaken interim(Origin origin, Creditor creditor, Statement statement) {
        return database.inTransaction(() -> {
            if (!rows.isRecorded(origin, statement, "interim")) {
                long id = rows.insert(origin, creditor, statement, "interim", null, false);
                journal(
                        creditor,
                        "statement-noted",
                        id,
                        "entries",
                        statement.entries().size());
            }
            return new StatementTaken(statement.statementId(), "interim", null, 0, 0, false, Map.of());
        });
    }

    /** Records that a statement waits for a person; nothing of it is applied. It may be without account and entries. */
    public StatementTaken quarantine(Origin origin, Creditor creditor, Statement statement, String reason) {
        return database.inTransaction(() -> {
            if (!rows.isRecorded(origin, statement, "quarantined")) {
                long id = rows.insert(origin, creditor, statement, "quarantined", reason, false);
                journal(
                        creditor,
                        "statement-quarantined",
                        id,
                        "entries",
                        statement.entries().size());
            }
            return StatementTaken.quarantined(statement, reason);
        });
    }

    /** @param release what a person decided about the waiting statement that this is, or null */
    StatementTaken apply(
            Origin origin, Creditor creditor, Statement statement, PaymentDecider decider, Release release) {
        StatementChain chain = new StatementChain(database, statement);
        Recognition.Result found =
                new Recognition(database, statement, chain, origin.format()).entries(Release.choice(release));
        if (found.doubt() != null) {
            return quarantine(origin, creditor, statement, found.doubt());
        }
        AdvisedMoney advised = new AdvisedMoney(database, clock, creditor.code(), statement.account());
        AdvisedMoney.Linked told = advised.toldBefore(found.fresh(), origin.format());
        boolean gap = chain.gap();
        long id = recorded(origin, creditor, statement, gap, release);
        new Gaps(database).after(id, statement);
        advised.putAside(told, origin.fileName());
        StatementRows.Written written = rows.entries(id, creditor, statement.account(), told.fresh(), decider);
        advised.link(told, written.ids());
        journal(
                creditor,
                "statement-applied",
                id,
                "new",
                told.fresh().size(),
                "known",
                statement.entries().size() - told.fresh().size(),
                "gap",
                gap,
                "closingBalance",
                statement.closingBalance());
        refresh(origin, creditor, statement.closingDate());
        return StatementTaken.applied(statement, told.fresh().size(), gap, written.decisions());
    }

    /** @param release what a person decided about the waiting notification that this is, or null */
    StatementTaken applyNotified(
            Origin origin, Creditor creditor, Statement statement, PaymentDecider decider, Release release) {
        Doubtful choice = Release.choice(release);
        Recognition.Result found = new Recognition(database, statement, null, origin.format()).entries(choice);
        if (found.doubt() != null) {
            return quarantine(origin, creditor, statement, found.doubt());
        }
        AdvisedMoney advised = new AdvisedMoney(database, clock, creditor.code(), statement.account());
        AdvisedMoney.Linked booked = advised.bookedBefore(found.fresh(), origin.format(), choice);
        if (booked.doubt() != null) {
            return quarantine(origin, creditor, statement, booked.doubt());
        }
        long id = recorded(origin, creditor, statement, false, release);
        advised.putAside(booked, origin.fileName());
        List<Fresh> fresh = booked.fresh();
        StatementRows.Written written = rows.advised(id, creditor, statement.account(), fresh, decider);
        advised.link(booked, written.ids());
        int known = statement.entries().size() - fresh.size();
        journal(creditor, "notification-applied", id, "new", fresh.size(), "known", known);
        refreshByNotification(origin, creditor, statement);
        return StatementTaken.applied(statement, fresh.size(), false, written.decisions());
    }

    private long recorded(Origin origin, Creditor creditor, Statement statement, boolean gap, Release release) {
        if (release == null) {
            return rows.insert(origin, creditor, statement, "applied", null, gap);
        }
        rows.applied(release.id(), statement, gap);
        return release.id();
    }

    private void journal(Creditor creditor, String event, long statement, Object... details) {
        JournalRows journal = new JournalRows(database, clock.instant(), creditor.code());
        journal.add(event, "statement:" + statement, "run", details);
        journal.write();
    }

    /** Where a connection brings nothing but notifications, they are all that tells how far its facts reach (law 8). */
    private void refreshByNotification(Origin origin, Creditor creditor, Statement statement) {
        boolean brings = database.sql()
                .sql("select 1 from bank_statement where connection = ? and closing_date is not null limit 1")
                .param(origin.connection())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!brings) {
            statement.entries().stream()
                    .map(Statement.Entry::bookingDate)
                    .max(LocalDate::compareTo)
                    .ifPresent(day -> refresh(origin, creditor, day));
        }
    }

    private void refresh(Origin origin, Creditor creditor, LocalDate closing) {
        if (closing != null) {
            connections.factsAsOf(
                    origin.connection(),
                    closing.atTime(LocalTime.of(23, 59, 59))
                            .atZone(creditor.zone())
                            .toInstant());
        }
    }
}
