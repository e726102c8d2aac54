package io.sollecito.model;

import java.math.BigDecimal;

/**
 * One line of a bank's CSV or Excel statement.
 *
 * @param account the IBAN, else the account number as given; null when the list does not say
 * @param balance of the account after the entry, or null
 */
public record StatementLine(
        String creditor,
        String source,
        String account,
        String statementId,
        BigDecimal balance,
        Statement.Entry entry,
        long line)
        implements Canonical {

    @Override
    public String debtor() {
        return null;
    }
}
