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
        Rule<String> returnReason,
        Rule<String> transactionCode,
        Rule<Money> charges,
        Rule<Money> originalAmount)
        implements RecordRule {

    @Override
    public StatementLine of(Row row, Scope scope, long line) throws CellProblem {
        Money booked = amount.of(row);
        Money after = inItsCurrency("balance", balance.of(row), booked);
        String name = counterpartyName.of(row);
        String iban = counterpartyIban.of(row);
        Statement.Payment payment = new Statement.Payment(
                booked.amount(),
                booked.currency(),
                endToEndId.of(row),
                creditorReference.of(row),
                remittance.of(row),
                name == null && iban == null ? null : new Statement.Counterparty(name, iban),
                returnReason.of(row),
                particulars(row, booked));
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

    private Statement.Particulars particulars(Row row, Money booked) throws CellProblem {
        Money kept = inItsCurrency("charges", charges.of(row), booked);
        Money original = originalAmount.of(row);
        return new Statement.Particulars(
                transactionCode.of(row),
                kept == null || kept.amount().signum() == 0
                        ? null
                        : kept.amount().abs(),
                original == null ? null : original.amount().abs(),
                original == null ? null : original.currency());
    }

    private static Money inItsCurrency(String field, Money money, Money booked) throws CellProblem {
        if (money != null && !money.currency().equals(booked.currency())) {
            throw new Place(field, -1).problem(money, "is in another currency than the amount");
        }
        return money;
    }

    /** Entries may be equal in everything: they have no key. */
    @Override
    public String key(Row row) {
        return null;
    }
}
