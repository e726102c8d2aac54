package io.sollecito.ledger.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Batched inserts. */
final class BatchRows implements BulkRows {

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final Map<TemporaryTable, List<Object[]>> buffers = new LinkedHashMap<>();

    BatchRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(TemporaryTable table, String[] row) {
        List<Object[]> buffer = buffers.computeIfAbsent(table, t -> new ArrayList<>(BATCH));
        buffer.add(row);
        if (buffer.size() == BATCH) {
            write(table, buffer);
        }
    }

    @Override
    public void pause() {
        // an insert occupies the connection only while it runs
    }

    @Override
    public void flush() {
        buffers.forEach(this::write);
    }

    @Override
    public void close() {
        buffers.clear();
    }

    private void write(TemporaryTable table, List<Object[]> buffer) {
        if (buffer.isEmpty()) {
            return;
        }
        String marks = "?, ".repeat(buffer.get(0).length - 1) + "?";
        jdbc.batchUpdate("insert into " + table.tableName() + " values (" + marks + ")", buffer);
        buffer.clear();
    }
}
