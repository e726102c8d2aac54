package io.sollecito.mapping;

import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.model.Money;
import io.sollecito.model.Statement;
import io.sollecito.model.StatementLine;
import java.time.LocalDate;
import java.util.List;

/** The fields of one entry of a bank's list. */
record StatementRule(
        Rule<String> account,
        Rule<String> statementId,
        Rule<LocalDate> bookingDate,
        Rule<LocalDate> valueDate,
        Rule<Money> amount,
        Rule<Money> balance,
        Rule<String> reversal,
        Rule<String> bankReference,
        Rule<String> endToEndId,
        Rule<String> creditorReference,
        Rule<String> remittance,
        Rule<String> counterpartyName,
        Rule<String> counterpartyIban,
        Rule<String> returnReason)
        implements RecordRule {

    @Override
    public StatementLine of(Row row, Scope scope, long line) throws CellProblem {
        Money booked = amount.of(row);
        Money after = balance.of(row);
        if (after != null && !after.currency().equals(booked.currency())) {
            throw new Place("balance", -1).problem(after, "is in another currency than the amount");
        }
        String name = counterpartyName.of(row);
        String iban = counterpartyIban.of(row);
        Statement.Payment payment = new Statement.Payment(
                booked.amount(),
                booked.currency(),
                endToEndId.of(row),
                creditorReference.of(row),
                remittance.of(row),
                name == null && iban == null ? null : new Statement.Counterparty(name, iban),
                returnReason.of(row));
        Statement.Entry entry = new Statement.Entry(
                bookingDate.of(row),
                valueDate.of(row),
                booked.amount(),
                booked.currency(),
                "true".equals(reversal.of(row)),
                bankReference.of(row),
                List.of(payment));
        return new StatementLine(
                scope.creditor(),
                scope.source(),
                account.of(row),
                statementId.of(row),
                after == null ? null : after.amount(),
                entry,
                line);
    }

    /** Entries may be equal in everything: they have no key. */
    @Override
    public String key(Row row) {
        return null;
    }
}
