package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.model.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that could not be applied, waiting to be corrected and replayed (law 2). */
public final class Quarantine {

    /**
     * A record in quarantine.
     *
     * @param itemKey null when the key could not be read
     * @param state waiting, replayed, superseded (a newer export speaks of the item) or dismissed
     */
    public record Entry(
            long id,
            long exportId,
            String creditor,
            String source,
            String itemKey,
            String fileName,
            long line,
            long column,
            String field,
            String value,
            String message,
            String raw,
            String state) {}

    private final Database database;
    private final Exports exports;
    private final Journal journal;
    private final Clock clock;

    public Quarantine(Database database, Exports exports, Journal journal, Clock clock) {
        this.database = database;
        this.exports = exports;
        this.journal = journal;
        this.clock = clock;
    }

    public Optional<Entry> find(long id) {
        return select("where id = ?", id).query((rs, n) -> entry(rs)).optional();
    }

    /**
     * Applies a corrected record as an export of one record with the as-of of the one that it comes from. Replaying the
     * same correction again has no effect.
     */
    public Taken replay(long id, String contentHash, Consumer<RecordSink> record, String user, String reason) {
        return database.inTransaction(() -> {
            Entry entry = waitingEntry(id);
            Export origin = exports.find(entry.exportId()).orElseThrow().export();
            Export one = new Export(
                    origin.connection(),
                    origin.creditor(),
                    origin.source(),
                    origin.kind(),
                    "replay",
                    origin.fileName(),
                    contentHash,
                    origin.asOf());
            Taken taken = exports.take(one, record);
            close(entry, "replayed", user, Map.of("export", taken.id(), "reason", reason));
            return taken;
        });
    }

    /** A person decides that the record is not needed. */
    public void dismiss(long id, String user, String reason) {
        database.inTransaction(() -> close(waitingEntry(id), "dismissed", user, Map.of("reason", reason)));
    }

    private Entry waitingEntry(long id) {
        return find(id).filter(entry -> entry.state().equals("waiting"))
                .orElseThrow(() -> new Refused("no record waits in quarantine as " + id));
    }

    private void close(Entry entry, String state, String user, Map<String, ?> details) {
        database.sql()
                .sql("update quarantine set state = ?, state_at = ? where id = ?")
                .params(state, Database.at(clock.instant()), entry.id())
                .update();
        journal.append(entry.creditor(), "quarantine-" + state, "quarantine:" + entry.id(), user, details);
    }

    private JdbcClient.StatementSpec select(String where, Object parameter) {
        return database.sql().sql("select * from quarantine " + where).param(parameter);
    }

    private static Entry entry(ResultSet rs) throws SQLException {
        return new Entry(
                rs.getLong("id"),
                rs.getLong("export_id"),
                rs.getString("creditor"),
                rs.getString("source"),
                rs.getString("item_key"),
                rs.getString("file_name"),
                rs.getLong("line_no"),
                rs.getLong("column_no"),
                rs.getString("field"),
                rs.getString("value_text"),
                rs.getString("message"),
                rs.getString("raw"),
                rs.getString("state"));
    }
}
