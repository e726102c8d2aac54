package io.sollecito.intake;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** An empty desk on each database; the databases are kept between tests and emptied. */
final class Ledgers {

    private static final List<String> TABLES = List.of(
            "reminder_item",
            "dispatch",
            "reminder",
            "succession",
            "hold",
            "allocation",
            "candidate",
            "payment",
            "bank_entry",
            "bank_statement",
            "item_change",
            "open_item",
            "debtor_iban",
            "debtor",
            "quarantine",
            "control_total",
            "export",
            "connection",
            "journal");

    private static Database h2;
    private static Database postgres;

    private Ledgers() {}

    static Stream<Arguments> desks() {
        return Stream.of(
                Arguments.argumentSet("H2", new Desk(emptyH2())),
                Arguments.argumentSet("PostgreSQL", new Desk(emptyPostgres())));
    }

    static synchronized Database emptyH2() {
        h2 = h2 == null ? LedgerForTests.h2() : h2;
        return emptied(h2);
    }

    static synchronized Database emptyPostgres() {
        if (postgres == null) {
            HikariConfig pool = new HikariConfig();
            pool.setDataSource(LedgerForTests.postgresDataSource());
            pool.setMaximumPoolSize(2);
            postgres = Database.open(new HikariDataSource(pool));
        }
        return emptied(postgres);
    }

    private static Database emptied(Database database) {
        database.inTransaction(() -> TABLES.forEach(
                table -> database.sql().sql("delete from " + table).update()));
        return database;
    }
}
