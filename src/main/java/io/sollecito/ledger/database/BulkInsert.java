package io.sollecito.ledger.database;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.support.SqlArrayValue;

/** Inserts many rows by one statement. */
public final class BulkInsert {

    private record Column(String name, String type) {}

    private final String table;
    private final List<Column> columns = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();

    public BulkInsert(String table) {
        this.table = table;
    }

    public BulkInsert texts(String... names) {
        return columns("varchar", names);
    }

    public BulkInsert numbers(String... names) {
        return columns("bigint", names);
    }

    public BulkInsert amounts(String... names) {
        return columns("numeric(23, 5)", names);
    }

    public BulkInsert booleans(String... names) {
        return columns("boolean", names);
    }

    public BulkInsert dates(String... names) {
        return columns("date", names);
    }

    public BulkInsert moments(String... names) {
        return columns("timestamp with time zone", names);
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

    /** The way of H2: a column of values becomes one array parameter. */
    void unnest(Database database) {
        String arrays = columns.stream()
                .map(column -> "cast(? as " + column.type() + " array)")
                .collect(Collectors.joining(", "));
        List<Object> parameters = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int position = c;
            Object[] values = rows.stream().map(row -> row[position]).toArray();
            parameters.add(new SqlArrayValue(columns.get(c).type(), values));
        }
        database.sql()
                .sql("insert into " + table + " (" + names() + ") select " + names() + " from unnest(" + arrays
                        + ") as given(" + names() + ")")
                .params(parameters)
                .update();
    }

    /** The way of PostgreSQL. */
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

    private BulkInsert columns(String type, String... names) {
        for (String name : names) {
            columns.add(new Column(name, type));
        }
        return this;
    }
}
