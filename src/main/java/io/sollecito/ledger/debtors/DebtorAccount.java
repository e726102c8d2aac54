package io.sollecito.ledger.debtors;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A debtor's account in one ERP of a creditor. */
public record DebtorAccount(String source, String debtor) {

    static DebtorAccount of(ResultSet rs) throws SQLException {
        return new DebtorAccount(rs.getString("source"), rs.getString("debtor"));
    }
}
