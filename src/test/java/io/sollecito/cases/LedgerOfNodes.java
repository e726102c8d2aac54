package io.sollecito.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty ledger that processes open by its URL: an H2 file as the hub configures it, or a database of PostgreSQL. */
record LedgerOfNodes(String url, String user) {

    static LedgerOfNodes h2() {
        try {
            Path folder = Files.createTempDirectory("ledger");
            return new LedgerOfNodes(
                    "jdbc:h2:file:" + folder.resolve("ledger")
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                    "sa");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static LedgerOfNodes postgres() {
        PGSimpleDataSource source = (PGSimpleDataSource) LedgerForTests.postgresDataSource();
        return new LedgerOfNodes(source.getURL(), source.getUser());
    }

    static Stream<Arguments> both() {
        return Stream.of(Arguments.argumentSet("H2", h2()), Arguments.argumentSet("PostgreSQL", postgres()));
    }

    /** To be closed before another process opens an H2 file. */
    HikariDataSource open() {
        return open(url, user);
    }

    static HikariDataSource open(String url, String user) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(Database.address(url));
        pool.setUsername(user);
        pool.setPassword(url.startsWith("jdbc:h2") ? "" : "postgres");
        pool.setMaximumPoolSize(6);
        pool.setMinimumIdle(1);
        return new HikariDataSource(pool);
    }
}
