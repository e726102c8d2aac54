package io.sollecito.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.support.SqlArrayValue;

/** Inserts many rows by one statement: a column of values becomes one array parameter. */
final class BulkInsert {

    private record Column(String name, String type, String arrayType) {}

    private final String table;
    private final List<Column> columns = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();

    BulkInsert(String table) {
        this.table = table;
    }

    BulkInsert texts(String... names) {
        return columns("varchar", "varchar", names);
    }

    BulkInsert numbers(String... names) {
        return columns("bigint", "int8", names);
    }

    BulkInsert amounts(String... names) {
        return columns("numeric(23, 5)", "numeric", names);
    }

    BulkInsert booleans(String... names) {
        return columns("boolean", "bool", names);
    }

    BulkInsert dates(String... names) {
        return columns("date", "date", names);
    }

    BulkInsert moments(String... names) {
        return columns("timestamp with time zone", "timestamptz", names);
    }

    /** A row's values, in the order in which the columns were named. */
    void row(Object... values) {
        rows.add(values);
    }

    void run(Database database) {
        if (rows.isEmpty()) {
            return;
        }
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String arrays = columns.stream()
                .map(column -> "cast(? as " + column.type() + " array)")
                .collect(Collectors.joining(", "));
        List<Object> parameters = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int position = c;
            Object[] values = rows.stream().map(row -> row[position]).toArray();
            parameters.add(new SqlArrayValue(columns.get(c).arrayType(), values));
        }
        database.sql()
                .sql("insert into " + table + " (" + names + ") select " + names + " from unnest(" + arrays
                        + ") as given(" + names + ")")
                .params(parameters)
                .update();
    }

    private BulkInsert columns(String type, String arrayType, String... names) {
        for (String name : names) {
            columns.add(new Column(name, type, arrayType));
        }
        return this;
    }
}
