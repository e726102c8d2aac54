package io.sollecito.ledger.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.Constants;

/** What differs between H2 and PostgreSQL. */
public enum Dialect {
    H2 {
        @Override
        public String create(TemporaryTable table) {
            StringBuilder keys = new StringBuilder();
            table.keys().forEach(key -> keys.append(", unique (").append(key).append(')'));
            return "create local temporary table " + table.tableName() + " (" + table.columns() + keys
                    + ") on commit drop transactional";
        }

        @Override
        public BulkRows bulkRows(Database database) {
            return new BatchRows(database.jdbc());
        }

        @Override
        void run(BulkInsert insert, Database database) {
            insert.unnest(database);
        }

        @Override
        public void index(Database database, TemporaryTable table, String columns) {}

        @Override
        public void expectMany(Database database, boolean many) {}

        @Override
        public void expectAnything(Database database) {}

        @Override
        public void keepPlans(Database database) {}

        @Override
        public void itemsGrew(Database database) {}

        @Override
        public void paymentsGrew(Database database) {}

        /** Its repeatable read lets new rows appear. */
        @Override
        int snapshotIsolation() {
            return Constants.TRANSACTION_SNAPSHOT;
        }
    },
    POSTGRESQL {
        @Override
        public String create(TemporaryTable table) {
            return "create temporary table " + table.tableName() + " (" + table.columns() + ") on commit drop";
        }

        @Override
        public BulkRows bulkRows(Database database) {
            return new CopyRows(database.jdbc().getDataSource());
        }

        @Override
        void run(BulkInsert insert, Database database) {
            if (insert.isSmall()) {
                insert.unnest(database);
            } else {
                insert.copy(database);
            }
        }

        @Override
        public void index(Database database, TemporaryTable table, String columns) {
            database.jdbc().execute("create index on " + table.tableName() + " (" + columns + ")");
        }

        @Override
        public void expectMany(Database database, boolean many) {
            String whole = many ? "on" : "off";
            String byKey = many ? "off" : "on";
            database.jdbc()
                    .execute("set local work_mem = '64MB'; set local enable_hashjoin = " + whole
                            + "; set local enable_nestloop = " + byKey + "; set local enable_mergejoin = " + byKey);
        }

        @Override
        public void expectAnything(Database database) {
            database.jdbc()
                    .execute("set local enable_hashjoin = on; set local enable_nestloop = on;"
                            + " set local enable_mergejoin = on");
        }

        @Override
        public void keepPlans(Database database) {
            database.jdbc().execute("set local plan_cache_mode = force_generic_plan");
        }

        @Override
        public void paymentsGrew(Database database) {
            database.jdbc()
                    .execute(
                            "analyze bank_entry (statement_id), payment (entry_id, creditor, counterparty_iban, decision),"
                                    + " allocation (payment_id, item_id, state)");
        }

        @Override
        public void itemsGrew(Database database) {
            database.jdbc()
                    .execute("analyze open_item (creditor, source, item_key, connection, debtor, settled_cause)");
        }

        @Override
        int snapshotIsolation() {
            return Connection.TRANSACTION_REPEATABLE_READ;
        }
    };

    static Dialect of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return switch (connection.getMetaData().getDatabaseProductName()) {
                case "H2" -> H2;
                case "PostgreSQL" -> POSTGRESQL;
                default -> throw new IllegalStateException("the ledger needs PostgreSQL or H2");
            };
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the ledger's database cannot be reached", unreachable);
        }
    }

    /** The statement that makes a temporary table, gone at the end of the transaction. */
    public abstract String create(TemporaryTable table);

    /** The fastest way to write many rows in the transaction under way. */
    public abstract BulkRows bulkRows(Database database);

    /** Runs the insert the fastest way. */
    abstract void run(BulkInsert insert, Database database);

    /** Makes a filled temporary table quick to find rows in, where its key does not already. */
    public abstract void index(Database database, TemporaryTable table, String columns);

    /**
     * Whether the next statements of the transaction join whole tables or look up few rows: a planner without fresh
     * figures guesses wrong.
     */
    public abstract void expectMany(Database database, boolean many);

    /** Leaves the choice to the planner again. */
    public abstract void expectAnything(Database database);

    /**
     * The next statements of the transaction, long ones on few rows, are planned once a connection: planning them takes
     * many times as long as running them.
     */
    public abstract void keepPlans(Database database);

    /** Tells the planner at once that many items were added, instead of whenever it notices. */
    public abstract void itemsGrew(Database database);

    /** The same for payments and their allocations: many have come in the transaction under way. */
    public abstract void paymentsGrew(Database database);

    /** The level at which all reads of a transaction see one moment. */
    abstract int snapshotIsolation();
}
