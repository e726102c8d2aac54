package io.sollecito.ledger.payments;

import io.sollecito.ledger.database.Database;
import io.sollecito.model.Statement;
import java.util.Objects;

/** Keeps up which statements follow one that is missing. */
final class Gaps {

    private final Database database;

    Gaps(Database database) {
        this.database = database;
    }

    /** A statement that was missing closes the gap before the one that follows it; one before all others may open one. */
    void after(long id, Statement statement) {
        if (statement.openingBalance() == null
                || statement.closingBalance() == null
                || statement.closingDate() == null) {
            return;
        }
        String currency = Objects.requireNonNullElse(statement.currency(), "");
        database.sql()
                .sql("update bank_statement set gap = false where account = ? and coalesce(currency, '') = ?"
                        + " and state = 'applied' and gap and opening_balance = ? and closing_date >= ?")
                .params(statement.account(), currency, statement.closingBalance(), statement.closingDate())
                .update();
        database.sql()
                .sql("update bank_statement set gap = true where id = (select n.id from bank_statement n"
                        + "  where n.account = ? and coalesce(n.currency, '') = ? and n.state = 'applied' and n.id <> ?"
                        + "  and n.opening_balance is not null and n.closing_balance is not null"
                        + "  order by n.closing_date, n.id fetch first 1 rows only)"
                        + " and opening_balance <> ? and first_day > ?")
                .params(statement.account(), currency, id, statement.closingBalance(), statement.closingDate())
                .update();
    }
}
