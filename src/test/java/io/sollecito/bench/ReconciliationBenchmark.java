package io.sollecito.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.StatementTaken;
import io.sollecito.ledger.payments.Statements;
import io.sollecito.model.Statement;
import io.sollecito.reconciliation.Reconciler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A statement with payments for every tenth open item, from its entries to committed allocations. */
final class ReconciliationBenchmark implements Benchmark {

    private static final int ITEMS_PER_PAYMENT = 10;

    /** 100,000 payments against 1,000,000 open items in 20 seconds. */
    private static final double LEAST_A_SECOND = 5_000;

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public List<Measurement> measure(Databases databases, int rows) throws Exception {
        int payments = rows / ITEMS_PER_PAYMENT;
        Path file = Files.createTempFile("statement", ".xml");
        try (HikariDataSource source = databases.empty()) {
            Database database = Database.open(source);
            new LargeLedger(rows).fill(database);
            new ManyPayments(payments, rows).write(file);
            Statement statement =
                    StatementBenchmark.read(file, payments).statements().get(0);
            Statements statements = new Statements(database, DueReminders.NOON);
            Effort effort = Effort.of(() -> take(statements, statement, payments));
            return List.of(Measurement.plain("payments, entries to allocations", payments, effort)
                    .atLeast(LEAST_A_SECOND));
        } finally {
            Files.delete(file);
        }
    }

    private static void take(Statements statements, Statement statement, int payments) {
        StatementTaken taken = statements.take(
                new Statements.Origin("bank-acme", "statement.xml", "bench"),
                DueReminders.ACME,
                statement,
                new Reconciler(DueReminders.ACME, DueReminders.NOON));
        if (taken.count("allocated") < payments / 2) {
            throw new IllegalStateException("few payments were allocated: " + taken);
        }
    }
}
