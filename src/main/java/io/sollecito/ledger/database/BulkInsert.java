package io.sollecito.ledger.database;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.support.SqlArrayValue;

/** Inserts many rows by one statement. */
public final class BulkInsert {

    /** A COPY of so few rows takes longer than a statement that the connection has prepared. */
    private static final int FEW = 50;

    /** @param element the type as drivers call it in arrays */
    private record Column(String name, String type, String element) {}

    private final String table;
    private final List<Column> columns = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();

    public BulkInsert(String table) {
        this.table = table;
    }

    public BulkInsert texts(String... names) {
        return columns("varchar", "varchar", names);
    }

    public BulkInsert numbers(String... names) {
        return columns("bigint", "int8", names);
    }

    public BulkInsert amounts(String... names) {
        return columns("numeric(23, 5)", "numeric", names);
    }

    public BulkInsert booleans(String... names) {
        return columns("boolean", "bool", names);
    }

    public BulkInsert dates(String... names) {
        return columns("date", "date", names);
    }

    public BulkInsert moments(String... names) {
        return columns("timestamp with time zone", "timestamptz", names);
    }

    /** A row's values, in the order in which the columns were named. */
    public void row(Object... values) {
        rows.add(values);
    }

    public void run(Database database) {
        if (!rows.isEmpty()) {
            database.dialect().run(this, database);
        }
    }

    boolean isSmall() {
        return rows.size() < FEW;
    }

    /** A column of values becomes one array parameter. */
    void unnest(Database database) {
        String arrays = columns.stream()
                .map(column -> "cast(? as " + column.type() + " array)")
                .collect(Collectors.joining(", "));
        List<Object> parameters = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int position = c;
            Object[] values = rows.stream().map(row -> row[position]).toArray();
            parameters.add(new SqlArrayValue(columns.get(c).element(), values));
        }
        database.sql()
                .sql("insert into " + table + " (" + names() + ") select " + names() + " from unnest(" + arrays
                        + ") as given(" + names() + ")")
                .params(parameters)
                .update();
    }

    /** The way of PostgreSQL for many rows. */
    void copy(Database database) {
        CopyText text = new CopyText();
        String[] values = new String[columns.size()];
        for (Object[] row : rows) {
            for (int c = 0; c < values.length; c++) {
                values[c] = row[c] == null ? null : row[c].toString();
            }
            text.row(values);
        }
        CopyRows.copy(database, table + " (" + names() + ")", text);
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private BulkInsert columns(String type, String element, String... names) {
        for (String name : names) {
            columns.add(new Column(name, type, element));
        }
        return this;
    }
}
