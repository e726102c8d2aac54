package io.sollecito.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.LedgerForTests;
import io.sollecito.ledger.Database;
import io.sollecito.reminders.PlanningLedger;
import io.sollecito.reminders.PlanningRun;
import io.sollecito.reminders.plan.Plans;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How long a planning run takes on PostgreSQL, against reading the same rows by one cursor. */
public final class PlanningSpeed {

    /**
     * Seconds of the first run (every decision is new), of the next day's, and of the bare cursor.
     *
     * @param reminders planned by the first run
     */
    public record Figures(int items, double firstRun, double nextRun, double cursor, int reminders) {
        public double ratio() {
            return firstRun / cursor;
        }
    }

    private static final int ITEMS_PER_DEBTOR = 5;

    private PlanningSpeed() {}

    public static void main(String[] arguments) throws SQLException {
        int items = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        try (HikariDataSource source = new HikariDataSource()) {
            source.setDataSource(LedgerForTests.postgresDataSource());
            Figures figures = measure(source, items);
            System.out.printf(
                    "%d items: first run %.2f s (%d reminders), next day %.2f s, cursor %.2f s, ratio %.1f%n",
                    figures.items(),
                    figures.firstRun(),
                    figures.reminders(),
                    figures.nextRun(),
                    figures.cursor(),
                    figures.ratio());
        }
        System.exit(0);
    }

    /** Fills an empty ledger and measures on it. */
    public static Figures measure(DataSource source, int items) throws SQLException {
        Database database = Database.open(source);
        fill(database, items);
        PlanningLedger ledger = new PlanningLedger(database, Plans.load(Path.of("reminders/plans")));
        double cursor = seconds(() -> read(source));
        int[] reminders = {0};
        double first = seconds(() -> reminders[0] = run(ledger, "2026-03-04"));
        double next = seconds(() -> run(ledger, "2026-03-05"));
        return new Figures(items, first, next, cursor, reminders[0]);
    }

    private static int run(PlanningLedger ledger, String day) {
        PlanningRun.Result result = ledger.runAtFullSize(day);
        if (result.refused() != null || result.stale() != null) {
            throw new IllegalStateException(result.toString());
        }
        return result.reminders();
    }

    private static void read(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(
                    "select * from open_item where creditor = 'ACME-IT' order by source, debtor, id")) {
                statement.setFetchSize(5_000);
                long read = 0;
                try (ResultSet rs = statement.executeQuery()) {
                    int columns = rs.getMetaData().getColumnCount();
                    while (rs.next()) {
                        for (int i = 1; i <= columns; i++) {
                            read += rs.getObject(i) == null ? 0 : 1;
                        }
                    }
                }
                if (read == 0) {
                    throw new IllegalStateException("nothing was read");
                }
            }
            connection.rollback();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void fill(Database database, int items) {
        int debtors = items / ITEMS_PER_DEBTOR;
        database.sql()
                .sql("insert into debtor (creditor, source, debtor, name, canonical, hash, export_id)"
                        + " select 'ACME-IT', 'sap', 'D' || n, 'Rossi ' || n, '{\"kind\":\"debtor\",\"creditor\":\"ACME-IT\","
                        + "\"source\":\"sap\",\"debtor\":\"D' || n || '\",\"name\":\"Rossi ' || n || '\",\"class\":\"business\","
                        + "\"language\":\"it\",\"country\":\"IT\",\"address\":{\"lines\":[\"Via Roma 1\"],\"postCode\":\"20121\","
                        + "\"city\":\"Milano\",\"country\":\"IT\"},\"contacts\":[{\"role\":\"accounts-payable\","
                        + "\"email\":\"ap' || n || '@rossi.example\",\"phone\":\"+39 333 1234567\"}]}', 'h', 1"
                        + " from generate_series(1, ?) n")
                .param(debtors)
                .update();
        database.sql()
                .sql(
                        "insert into open_item (creditor, source, item_key, connection, debtor, document_no, instalment, type,"
                                + " issue_date, due_date, due_date_origin, currency, original_amount, erp_open, in_collection, hash,"
                                + " created_export, created_line, changed_export, changed_line)"
                                + " select 'ACME-IT', 'sap', 'K' || n, 'erp-acme-sap', 'D' || (n % ? + 1), 'N' || n, 1,"
                                + " case when n % 20 = 0 then 'CREDIT_NOTE' else 'INVOICE' end, date '2026-01-01',"
                                + " date '2026-02-01' + (n * 7 % 90)::int, 'SOURCE', 'EUR', a, a, false, 'h', 1, n, 1, n"
                                + " from (select n, case when n % 20 = 0 then -1 else 1 end * (10 + n % 5000) as a"
                                + " from generate_series(1, ?) n) numbered")
                .params(debtors, items)
                .update();
        database.sql().sql("analyze").update();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
