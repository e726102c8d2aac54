package io.sollecito.ledger.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * PostgreSQL's COPY. One COPY stays open while rows go to one table, so that the server parses while the next rows are
 * read; nothing else may run on the connection meanwhile.
 */
final class CopyRows implements BulkRows {

    private static final int FULL = 128 * 1024;

    private final DataSource source;
    private final Connection connection;
    private final Map<TemporaryTable, CopyText> buffers = new LinkedHashMap<>();
    private TemporaryTable current;
    private CopyIn copy;

    CopyRows(DataSource source) {
        this.source = source;
        this.connection = DataSourceUtils.getConnection(source);
    }

    /** Copies rows into a table, in the transaction under way. */
    static void copy(Database database, String target, CopyText rows) {
        DataSource source = database.jdbc().getDataSource();
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
            copy.writeToCopy(rows.bytes(), 0, rows.length());
            copy.endCopy();
        } catch (SQLException failed) {
            throw translated(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    @Override
    public void add(TemporaryTable table, String[] row) {
        CopyText text = buffers.computeIfAbsent(table, t -> new CopyText());
        text.row(row);
        if (text.length() >= FULL) {
            write(table, text);
        }
    }

    @Override
    public void pause() {
        if (copy == null) {
            return;
        }
        try {
            copy.endCopy();
            copy = null;
        } catch (SQLException failed) {
            throw translated(failed);
        }
    }

    @Override
    public void flush() {
        buffers.forEach(this::write);
        pause();
    }

    @Override
    public void close() {
        try {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException failed) {
            throw translated(failed);
        } finally {
            copy = null;
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private void write(TemporaryTable table, CopyText text) {
        if (text.length() == 0) {
            return;
        }
        try {
            if (copy == null || current != table) {
                pause();
                current = table;
                copy = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.tableName() + " from stdin");
            }
            copy.writeToCopy(text.bytes(), 0, text.length());
            text.clear();
        } catch (SQLException failed) {
            throw translated(failed);
        }
    }

    private static RuntimeException translated(SQLException failed) {
        RuntimeException known = new SQLStateSQLExceptionTranslator().translate("copy", null, failed);
        return known == null ? new IllegalStateException(failed) : known;
    }
}
