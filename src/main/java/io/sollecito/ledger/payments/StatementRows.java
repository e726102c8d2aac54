package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.BulkInsert;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Creditor;
import io.sollecito.model.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Writes statements with the entries that the ledger did not know, in the transaction under way. */
final class StatementRows {

    /** An entry that is new; {@code twin} numbers those of one fingerprint. */
    record Fresh(Statement.Entry entry, String fingerprint, int twin) {}

    private final Database database;
    private final Clock clock;

    StatementRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The row of a statement; it may be without account, days and balances. */
    long insert(
            Statements.Origin origin,
            Creditor creditor,
            Statement statement,
            String state,
            String reason,
            boolean gap) {
        var keys = new GeneratedKeyHolder();
        database.sql()
                .sql("insert into bank_statement (connection, creditor, file_name, content_hash, account, statement_id,"
                        + " currency, opening_date, opening_balance, closing_date, closing_balance, state, reason, gap,"
                        + " received_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        origin.connection(),
                        creditor.code(),
                        origin.fileName(),
                        origin.contentHash(),
                        statement.account() == null ? "" : statement.account(),
                        statement.statementId(),
                        statement.currency(),
                        statement.openingDate(),
                        statement.openingBalance(),
                        statement.closingDate(),
                        statement.closingBalance(),
                        state,
                        reason,
                        gap,
                        Database.at(clock.instant())))
                .update(keys, "id");
        return keys.getKey().longValue();
    }

    /** Its entries and their payments, decided; returns how many had which decision. */
    Map<String, Integer> payments(
            long statementId, Creditor creditor, Statement statement, List<Fresh> fresh, PaymentDecider decider) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        insert(statementId, creditor, statement, fresh);
        Map<String, Long> ids = new HashMap<>();
        database.sql()
                .sql("select id, fingerprint, twin from bank_entry where statement_id = ?")
                .param(statementId)
                .query(rs -> {
                    ids.put(rs.getString("fingerprint") + rs.getInt("twin"), rs.getLong("id"));
                });
        NewPayments payments = new NewPayments(database, clock, creditor, statementId);
        for (Fresh entry : fresh) {
            payments.add(ids.get(entry.fingerprint() + entry.twin()), statement.account(), entry.entry());
        }
        return payments.decideAndWrite(decider);
    }

    private void insert(long statementId, Creditor creditor, Statement statement, List<Fresh> fresh) {
        BulkInsert entries = new BulkInsert("bank_entry")
                .numbers("statement_id", "twin")
                .texts("creditor", "account", "currency", "bank_reference", "fingerprint")
                .dates("booking_date", "value_date")
                .amounts("amount")
                .booleans("reversal");
        for (Fresh each : fresh) {
            Statement.Entry entry = each.entry();
            entries.row(
                    statementId,
                    each.twin(),
                    creditor.code(),
                    statement.account(),
                    entry.currency(),
                    entry.bankReference(),
                    each.fingerprint(),
                    entry.bookingDate(),
                    entry.valueDate(),
                    entry.amount(),
                    entry.reversal());
        }
        entries.run(database);
    }
}
