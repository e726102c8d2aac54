package io.sollecito.ledger.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger's database: one place for transactions, the dialect and the migrations. Transactions live in methods of this
 * package and never span a send.
 */
public final class Database {

    private final JdbcTemplate jdbc;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final TransactionTemplate snapshots;
    private final Dialect dialect;
    private final ThreadLocal<Runnable> beforeCommit = new ThreadLocal<>();

    private Database(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
        this.sql = JdbcClient.create(source);
        DataSourceTransactionManager manager = new DataSourceTransactionManager(source);
        this.transactions = new TransactionTemplate(manager);
        this.dialect = Dialect.of(source);
        this.snapshots = new TransactionTemplate(manager, isolated(dialect.snapshotIsolation()));
        this.snapshots.setReadOnly(true);
    }

    /** A level of the driver's: Spring's setter refuses what it has no name for. */
    private static TransactionDefinition isolated(int level) {
        return new TransactionDefinition() {
            @Override
            public int getIsolationLevel() {
                return level;
            }
        };
    }

    /**
     * An address of a ledger as it is to be opened: H2 2.4.240 may answer EXISTS from before a change of the same
     * transaction (h2database issue 4299) unless it keeps no results.
     */
    public static String address(String url) {
        return url.startsWith("jdbc:h2:") ? url + ";OPTIMIZE_REUSE_RESULTS=0" : url;
    }

    /** Migrates the schema to the newest version and opens it. */
    public static Database open(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return new Database(source);
    }

    /** Runs in one transaction, joining one that is under way; any exception rolls back. */
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> {
            T result = work.get();
            Runnable check = beforeCommit.get();
            if (check != null && status.isNewTransaction()) {
                check.run();
            }
            return result;
        });
    }

    /** Runs in one transaction, joining one that is under way; any exception rolls back. */
    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** Runs work on this thread; each transaction that it begins ends with the check, whose exception rolls it back. */
    void checkedBeforeCommit(Runnable check, Runnable work) {
        Runnable outer = beforeCommit.get();
        beforeCommit.set(check);
        try {
            work.run();
        } finally {
            if (outer == null) {
                beforeCommit.remove();
            } else {
                beforeCommit.set(outer);
            }
        }
    }

    /** Runs reads that must agree with each other: all see the ledger as it was when the first of them began. */
    public <T> T inSnapshot(Supplier<T> reads) {
        return snapshots.execute(status -> reads.get());
    }

    public JdbcClient sql() {
        return sql;
    }

    /** For batches and streamed reading. */
    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Streams a query's rows in the transaction under way, in constant memory. */
    public void eachRow(String query, RowCallbackHandler handler, Object... parameters) {
        JdbcTemplate streaming = new JdbcTemplate(jdbc.getDataSource());
        streaming.setFetchSize(10_000);
        streaming.query(query, handler, parameters);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Inserts one row and answers the id that the database gave it: another's newer row is never taken for it. */
    public static long insertedId(JdbcClient.StatementSpec insert) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        insert.update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** An instant as both databases store it. */
    public static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** A stored time stamp as an instant. */
    public static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
