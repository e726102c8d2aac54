package io.sollecito;

import io.sollecito.ledger.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Empty ledgers for tests: H2 in memory, or a database of its own in one embedded PostgreSQL per JVM. */
public final class LedgerForTests {

    private static final String TEMPLATE = "ledger_template";

    private static EmbeddedPostgres server;

    private LedgerForTests() {}

    public static Database h2() {
        return Database.open(JdbcConnectionPool.create(
                Database.address("jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1"),
                "sa",
                ""));
    }

    public static Database postgres() {
        return Database.open(postgresDataSource());
    }

    /** A database of its own with the newest schema, copied from one that was migrated once. */
    public static synchronized DataSource postgresDataSource() {
        if (server == null) {
            server = started();
            create(TEMPLATE, "template1");
            Database.open(server.getDatabase("postgres", TEMPLATE));
        }
        String name = "ledger_" + UUID.randomUUID().toString().replace("-", "");
        create(name, TEMPLATE);
        return server.getDatabase("postgres", name);
    }

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void create(String database, String template) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database + " template " + template + " strategy file_copy");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
