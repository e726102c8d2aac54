package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Creditor;
import io.sollecito.model.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes statements with the entries that the ledger did not know, in the transaction under way. */
final class StatementRows {

    /**
     * An entry that is new.
     *
     * @param twin numbers those of one fingerprint
     * @param told what is known of its payments already, or null
     */
    record Fresh(Statement.Entry entry, String fingerprint, int twin, Told told) {

        Fresh(Statement.Entry entry, String fingerprint, int twin) {
            this(entry, fingerprint, twin, null);
        }

        Fresh with(Told what) {
            return new Fresh(entry, fingerprint, twin, what);
        }

        boolean bringsPayments() {
            return told == null || !told.isNothing();
        }
    }

    /** @param ids of the entries, in their order; {@code decisions}: how many payments had which */
    record Written(List<Long> ids, Map<String, Integer> decisions) {}

    private final Database database;
    private final Clock clock;

    StatementRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether this statement of exactly this file is recorded so: its place, account, number, days and balances. */
    boolean isRecorded(Statements.Origin origin, Statement statement, String state) {
        // Without a closing balance the closing day is that of the file's delivery, which tells nothing.
        return database.sql()
                .sql(
                        "select id from bank_statement where connection = ? and content_hash = ? and position = ? and account = ?"
                                + " and state = ? and coalesce(statement_id, '') = ? and coalesce(currency, '') = ?"
                                + " and opening_date is not distinct from ? and opening_balance is not distinct from ?"
                                + " and closing_balance is not distinct from ?"
                                + " and (closing_balance is null or closing_date is not distinct from ?) limit 1")
                .params(Arrays.asList(
                        origin.connection(),
                        origin.contentHash(),
                        origin.position(),
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

    /** The row of a statement; it may be without account, days and balances. */
    long insert(
            Statements.Origin origin,
            Creditor creditor,
            Statement statement,
            String state,
            String reason,
            boolean gap) {
        return Database.insertedId(database.sql()
                .sql("insert into bank_statement (connection, creditor, file_name, content_hash, format, position,"
                        + " kept_as, account, statement_id, currency, first_day, opening_date, opening_balance,"
                        + " closing_date, closing_balance, state, reason, gap, received_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        origin.connection(),
                        creditor.code(),
                        origin.fileName(),
                        origin.contentHash(),
                        origin.format(),
                        origin.position(),
                        state.equals("quarantined") ? origin.keptAs() : null,
                        statement.account() == null ? "" : statement.account(),
                        statement.statementId(),
                        statement.currency(),
                        firstDay(statement),
                        statement.openingDate(),
                        statement.openingBalance(),
                        statement.closingDate(),
                        statement.closingBalance(),
                        state,
                        reason,
                        gap,
                        Database.at(clock.instant()))));
    }

    private static LocalDate firstDay(Statement statement) {
        return statement.entries().stream()
                .map(Statement.Entry::bookingDate)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** A statement that waited for a person is applied. It keeps its row, with what is known of its account now. */
    void applied(long id, Statement statement, boolean gap) {
        database.sql()
                .sql("update bank_statement set state = 'applied', reason = null, account = ?, first_day = ?,"
                        + " closing_date = ?, gap = ? where id = ?")
                .params(Arrays.asList(statement.account(), firstDay(statement), statement.closingDate(), gap, id))
                .update();
    }

    /** Its entries and their payments, decided. */
    Written entries(long statementId, Creditor creditor, String account, List<Fresh> fresh, PaymentDecider decider) {
        return entries(statementId, creditor, account, fresh, false, decider);
    }

    /** The same of a notification. */
    Written advised(long statementId, Creditor creditor, String account, List<Fresh> fresh, PaymentDecider decider) {
        return entries(statementId, creditor, account, fresh, true, decider);
    }

    private Written entries(
            long statementId,
            Creditor creditor,
            String account,
            List<Fresh> fresh,
            boolean advised,
            PaymentDecider decider) {
        if (fresh.isEmpty()) {
            return new Written(List.of(), Map.of());
        }
        insert(statementId, creditor, account, fresh, advised);
        List<Long> ids = ids(statementId, fresh);
        NewPayments payments = new NewPayments(database, clock, creditor, statementId);
        ToldBefore told = new ToldBefore(decider);
        boolean any = false;
        for (int i = 0; i < fresh.size(); i++) {
            Fresh each = fresh.get(i);
            if (each.bringsPayments()) {
                any = true;
                told.add(ids.get(i), each);
                payments.add(ids.get(i), account, each.entry());
            }
        }
        Map<String, Integer> decisions = any ? payments.decideAndWrite(told) : Map.of();
        told.mark(database);
        return new Written(ids, decisions);
    }

    private List<Long> ids(long statementId, List<Fresh> fresh) {
        Map<String, Long> ids = new HashMap<>();
        database.sql()
                .sql("select id, fingerprint, twin from bank_entry where statement_id = ?")
                .param(statementId)
                .query(rs -> {
                    ids.put(rs.getString("fingerprint") + rs.getInt("twin"), rs.getLong("id"));
                });
        List<Long> found = new ArrayList<>(fresh.size());
        fresh.forEach(each -> found.add(ids.get(each.fingerprint() + each.twin())));
        return found;
    }

    private void insert(long statementId, Creditor creditor, String account, List<Fresh> fresh, boolean advised) {
        BulkInsert entries = new BulkInsert("bank_entry")
                .numbers("statement_id", "twin")
                .texts("creditor", "account", "currency", "bank_reference", "fingerprint")
                .dates("booking_date", "value_date")
                .amounts("amount")
                .booleans("reversal", "advised");
        for (Fresh each : fresh) {
            Statement.Entry entry = each.entry();
            entries.row(
                    statementId,
                    each.twin(),
                    creditor.code(),
                    account,
                    entry.currency(),
                    entry.bankReference(),
                    each.fingerprint(),
                    entry.bookingDate(),
                    entry.valueDate(),
                    entry.amount(),
                    entry.reversal(),
                    advised);
        }
        entries.run(database);
    }
}
