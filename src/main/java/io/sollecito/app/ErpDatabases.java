package io.sollecito.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Connections to the ERPs' databases: read-only, without autocommit (PostgreSQL streams only then), and none is opened
 * before the first poll, so that an ERP that is down keeps nobody else from starting.
 */
final class ErpDatabases implements AutoCloseable {

    private final Map<String, HikariDataSource> byName = new LinkedHashMap<>();

    ErpDatabases(Map<String, HubSettings.Source> sources) {
        sources.forEach((name, source) -> {
            HikariConfig pool = LedgerBeans.pool(name, source);
            pool.setMaximumPoolSize(2);
            pool.setMinimumIdle(0);
            pool.setReadOnly(true);
            pool.setAutoCommit(false);
            pool.setInitializationFailTimeout(-1);
            pool.setConnectionTimeout(20_000);
            byName.put(name, new HikariDataSource(pool));
        });
    }

    Map<String, HikariDataSource> byName() {
        return byName;
    }

    @Override
    public void close() {
        byName.values().forEach(HikariDataSource::close);
    }
}
