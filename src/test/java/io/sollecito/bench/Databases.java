package io.sollecito.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.LedgerForTests;

/** Empty PostgreSQL databases with the ledger's schema, behind a pool as in production. */
final class Databases {

    private static final int CONNECTIONS = 8;

    /** The caller closes it. */
    HikariDataSource empty() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(LedgerForTests.postgresDataSource());
        pool.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(pool);
    }
}
