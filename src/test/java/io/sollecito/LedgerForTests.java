package io.sollecito;

import io.sollecito.ledger.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Empty ledgers for tests: H2 in memory, or a database of its own in one embedded PostgreSQL per JVM. */
public final class LedgerForTests {

    private static EmbeddedPostgres server;

    private LedgerForTests() {}

    public static Database h2() {
        return Database.open(JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1",
                "sa",
                ""));
    }

    public static Database postgres() {
        return Database.open(postgresDataSource());
    }

    public static synchronized DataSource postgresDataSource() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            String name = "ledger_" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (java.sql.SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return server.getDatabase("postgres", name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
