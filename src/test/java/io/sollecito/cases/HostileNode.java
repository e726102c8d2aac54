package io.sollecito.cases;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.OutboxForTests;
import io.sollecito.intake.StatementIntake;
import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.payments.Statements;
import java.nio.file.Path;
import java.time.Clock;

/** A node that takes one bank statement and says what became of it. */
final class HostileNode {

    private HostileNode() {}

    /** Arguments: the ledger's URL and user, the file, the folder of kept files. */
    public static void main(String[] arguments) throws Exception {
        Clock clock = Clock.systemUTC();
        try (HikariDataSource source = LedgerOfNodes.open(arguments[0], arguments[1])) {
            StatementIntake intake =
                    new StatementIntake(new Statements(Database.open(source), clock), Path.of(arguments[3]), clock);
            StatementIntake.Taken taken = intake.take(
                    "bank-acme", OutboxForTests.ACME, Path.of(arguments[2]), "statement.xml", clock.instant());
            System.out.println("state " + taken.state() + " " + taken.reasons());
        }
    }
}
