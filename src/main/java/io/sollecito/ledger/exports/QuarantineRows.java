package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import io.sollecito.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** Writes the quarantined records of one export, in batches; what comes from outside is bounded in size. */
final class QuarantineRows {

    private static final int BATCH = 500;
    private static final int LONGEST_VALUE = 1_000;
    private static final int LONGEST_RAW = 100_000;

    private final Database database;
    private final Export export;
    private final long exportId;
    private final List<Object[]> buffer = new ArrayList<>();

    QuarantineRows(Database database, Export export, long exportId) {
        this.database = database;
        this.export = export;
        this.exportId = exportId;
    }

    boolean isFull() {
        return buffer.size() >= BATCH;
    }

    void add(Problem problem, String field, String value, String itemKey, String raw) {
        buffer.add(new Object[] {
            exportId,
            export.creditor(),
            export.source(),
            ItemRow.text(itemKey),
            export.fileName(),
            problem.line(),
            problem.column(),
            ItemRow.text(field),
            bounded(value, LONGEST_VALUE),
            bounded(problem.message(), LONGEST_VALUE),
            bounded(raw, LONGEST_RAW)
        });
    }

    void flush() {
        if (!buffer.isEmpty()) {
            database.jdbc()
                    .batchUpdate(
                            "insert into quarantine (export_id, creditor, source, item_key, file_name, line_no, column_no,"
                                    + " field, value_text, message, raw) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            buffer);
            buffer.clear();
        }
    }

    private static String bounded(String text, int longest) {
        return text == null || text.length() <= longest ? ItemRow.text(text) : ItemRow.text(text.substring(0, longest));
    }
}
