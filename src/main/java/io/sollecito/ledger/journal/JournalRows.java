package io.sollecito.ledger.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.ledger.database.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Journal rows written in batches, in the transaction under way. */
public final class JournalRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Instant at;
    private final String creditor;
    private final List<Object[]> rows = new ArrayList<>();

    public JournalRows(Database database, Instant at, String creditor) {
        this.database = database;
        this.at = at;
        this.creditor = creditor;
    }

    /** @param details names and values in turn; ids, amounts and reasons only */
    public void add(String event, String subject, String actor, Object... details) {
        ObjectNode json = JSON.createObjectNode();
        for (int i = 0; i < details.length; i += 2) {
            Object value = details[i + 1];
            json.put(
                    (String) details[i],
                    value instanceof BigDecimal amount
                            ? amount.toPlainString()
                            : value == null ? null : value.toString());
        }
        rows.add(new Object[] {Database.at(at), creditor, event, subject, actor, json.toString()});
    }

    public void write() {
        if (!rows.isEmpty()) {
            database.jdbc()
                    .batchUpdate(
                            "insert into journal (at, creditor, event, subject, actor, details) values (?, ?, ?, ?, ?, ?)",
                            rows);
            rows.clear();
        }
    }
}
