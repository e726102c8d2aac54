package io.sollecito.cases;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.StatementTaken;
import io.sollecito.ledger.payments.Statements;
import io.sollecito.model.Creditor;
import io.sollecito.model.Statement;
import io.sollecito.model.Statement.Counterparty;
import io.sollecito.model.Statement.Entry;
import io.sollecito.model.Statement.Particulars;
import io.sollecito.model.Statement.Payment;
import io.sollecito.reconciliation.NotOursRules;
import io.sollecito.reconciliation.Reconciler;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a bank shows day by day: statements whose balances chain. */
final class BankDays {

    private final Database database;
    private final Clock clock;
    private final Creditor creditor;
    private final NotOursRules rules;
    private BigDecimal balance = BigDecimal.ZERO;
    private int statements;
    private Statement last;

    BankDays(Database database, Clock clock, Creditor creditor) {
        this(database, clock, creditor, NotOursRules.shipped());
    }

    BankDays(Database database, Clock clock, Creditor creditor, NotOursRules rules) {
        this.database = database;
        this.clock = clock;
        this.creditor = creditor;
        this.rules = rules;
    }

    static Payment from(String name, String iban, String amount, String endToEnd, String text) {
        return new Payment(new BigDecimal(amount), "EUR", endToEnd, null, text, new Counterparty(name, iban), null);
    }

    static Payment back(Payment payment, String reason, Particulars particulars, String amount) {
        return new Payment(
                new BigDecimal(amount),
                "EUR",
                payment.endToEndId(),
                null,
                payment.remittance(),
                payment.counterparty(),
                reason,
                particulars);
    }

    /** A payment of the bank's own, such as a fee. */
    static Payment own(String amount, String text) {
        return new Payment(new BigDecimal(amount), "EUR", null, null, text, null, null);
    }

    /** The statement of a day with one entry for each payment. */
    StatementTaken show(String day, Payment... payments) {
        LocalDate on = LocalDate.parse(day);
        statements++;
        List<Entry> entries = new ArrayList<>();
        BigDecimal closing = balance;
        for (Payment payment : payments) {
            entries.add(new Entry(
                    on,
                    on,
                    payment.amount(),
                    "EUR",
                    payment.returnReason() != null,
                    "B" + statements + "-" + entries.size(),
                    List.of(payment)));
            closing = closing.add(payment.amount());
        }
        return take(new Statement(
                creditor.accounts().get(0), "S" + statements, "EUR", on, balance, on, closing, true, entries));
    }

    /** The last statement comes once more, in another file. */
    void showAgain() {
        if (last != null) {
            statements++;
            take(last);
        }
    }

    private StatementTaken take(Statement statement) {
        last = statement;
        balance = statement.closingBalance();
        return new Statements(database, clock)
                .take(
                        new Statements.Origin("bank-acme", statement.statementId() + ".xml", "h" + statements),
                        creditor,
                        statement,
                        new Reconciler(creditor, clock, rules));
    }
}
