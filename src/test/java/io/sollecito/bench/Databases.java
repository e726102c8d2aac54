package io.sollecito.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.LedgerForTests;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Empty PostgreSQL databases with the ledger's schema, behind a pool as in production. */
final class Databases {

    private static final int CONNECTIONS = 8;

    private static Optional<ProcessHandle> server = Optional.empty();

    /** Of the database server's processes that are alive; those of a work live as long as its pool. */
    static double cpuSeconds() {
        return server.stream()
                        .flatMap(ProcessHandle::children)
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toNanos)
                        .sum()
                / 1e9;
    }

    /** The caller closes it. */
    HikariDataSource empty() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(LedgerForTests.postgresDataSource());
        pool.setMaximumPoolSize(CONNECTIONS);
        HikariDataSource source = new HikariDataSource(pool);
        long backend = JdbcClient.create(source)
                .sql("select pg_backend_pid()")
                .query(Long.class)
                .single();
        server = ProcessHandle.of(backend).flatMap(ProcessHandle::parent);
        return source;
    }
}
