package io.sollecito.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.sollecito.ledger.database.Database;
import io.sollecito.reminders.PlanningLedger;
import io.sollecito.reminders.PlanningRun;
import io.sollecito.reminders.plan.Plans;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * A planning run of five items a debtor, its decisions committed, against reading the same rows by one cursor. The best
 * of several rounds counts.
 */
final class PlanningBenchmark implements Benchmark {

    private static final int ITEMS_PER_DEBTOR = 5;
    private static final int FEW_ROWS = 200_000;

    /** A million items in 15 seconds where the cursor takes 3.3. */
    private static final double SMALLEST_SHARE_OF_CURSOR = 0.22;

    @Override
    public String name() {
        return "planning";
    }

    @Override
    public List<Measurement> measure(Databases databases, int rows) throws Exception {
        Effort cursor = Effort.ENDLESS;
        Effort first = Effort.ENDLESS;
        Effort next = Effort.ENDLESS;
        for (int round = 0; round < (rows > FEW_ROWS ? 1 : 3); round++) {
            try (HikariDataSource source = databases.empty()) {
                Database database = Database.open(source);
                fill(database, rows);
                PlanningLedger ledger = new PlanningLedger(database, Plans.load(Path.of("reminders/plans")));
                cursor = cursor.orBetter(Effort.of(() -> readAll(source)));
                first = first.orBetter(Effort.of(() -> plan(ledger, "2026-03-04")));
                next = next.orBetter(Effort.of(() -> plan(ledger, "2026-03-05")));
            }
        }
        Measurement limit = Measurement.plain("cursor over open_item", rows, cursor);
        return List.of(
                limit,
                Measurement.plain("planning, all decisions new", rows, first).against(limit, SMALLEST_SHARE_OF_CURSOR),
                Measurement.plain("planning, next day", rows, next).against(limit, SMALLEST_SHARE_OF_CURSOR));
    }

    private static void plan(PlanningLedger ledger, String day) {
        PlanningRun.Result result = ledger.runAtFullSize(day);
        if (result.refused() != null || result.stale() != null) {
            throw new IllegalStateException(result.toString());
        }
    }

    private static void readAll(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(
                    "select * from open_item where creditor = 'ACME-IT' order by source, debtor, id")) {
                statement.setFetchSize(5_000);
                try (ResultSet rs = statement.executeQuery()) {
                    int columns = rs.getMetaData().getColumnCount();
                    while (rs.next()) {
                        for (int i = 1; i <= columns; i++) {
                            rs.getObject(i);
                        }
                    }
                }
            } finally {
                connection.rollback();
            }
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
}
