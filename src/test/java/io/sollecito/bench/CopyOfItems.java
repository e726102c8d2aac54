package io.sollecito.bench;

import io.sollecito.model.OpenItem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The limit of every intake: PostgreSQL's COPY of finished rows into the table of open items with its indexes. */
final class CopyOfItems {

    private static final int BUFFER = 1 << 16;
    private static final String COPY = "copy open_item (creditor, source, item_key, connection, debtor, document_no,"
            + " printed_no, instalment, type, issue_date, due_date, due_date_origin, currency, original_amount, erp_open,"
            + " in_collection, hash, created_export, created_line, changed_export, changed_line) from stdin";

    private CopyOfItems() {}

    static Effort effort(DataSource source, ManyItems items) throws Exception {
        Path text = Files.createTempFile("open-items", ".txt");
        try {
            write(text, items);
            return Effort.of(() -> copy(source, text));
        } finally {
            Files.delete(text);
        }
    }

    private static void copy(DataSource source, Path text) throws IOException, SQLException {
        try (Connection connection = source.getConnection();
                InputStream in = Files.newInputStream(text)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, in, BUFFER);
        }
    }

    private static void write(Path text, ManyItems items) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(text)) {
            for (int i = 0; i < items.rows(); i++) {
                writer.write(line(items.item(i)));
            }
        }
    }

    private static String line(OpenItem item) {
        return String.join(
                        "\t",
                        item.creditor(),
                        item.source(),
                        item.itemKey(),
                        "erp-acme-sap",
                        item.debtor(),
                        item.documentNo(),
                        item.printedNo(),
                        "1",
                        item.type().name(),
                        item.issueDate().toString(),
                        item.dueDate().toString(),
                        item.dueDateOrigin().name(),
                        item.currency(),
                        item.originalAmount().toPlainString(),
                        item.openAmount().toPlainString(),
                        "f",
                        "0123456789abcdefghijkl",
                        "1",
                        Long.toString(item.line()),
                        "1",
                        Long.toString(item.line()))
                + "\n";
    }
}
