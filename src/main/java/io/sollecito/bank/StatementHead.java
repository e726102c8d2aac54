package io.sollecito.bank;

import io.sollecito.model.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A {@link Statement} without its entries.
 *
 * @param balanced whether opening + entries = closing; null when a balance is missing
 */
public record StatementHead(
        String account,
        String statementId,
        String currency,
        LocalDate openingDate,
        BigDecimal openingBalance,
        LocalDate closingDate,
        BigDecimal closingBalance,
        Boolean balanced) {

    /** Before its entries are added up. */
    public StatementHead(
            String account,
            String statementId,
            String currency,
            LocalDate openingDate,
            BigDecimal openingBalance,
            LocalDate closingDate,
            BigDecimal closingBalance) {
        this(account, statementId, currency, openingDate, openingBalance, closingDate, closingBalance, null);
    }

    public Statement with(List<Statement.Entry> entries) {
        return new Statement(
                account,
                statementId,
                currency,
                openingDate,
                openingBalance,
                closingDate,
                closingBalance,
                balanced,
                entries);
    }

    StatementHead balanced(Boolean adds) {
        return new StatementHead(
                account, statementId, currency, openingDate, openingBalance, closingDate, closingBalance, adds);
    }
}
