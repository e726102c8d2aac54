package io.sollecito.ledger.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.ledger.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** The export table. */
final class ExportRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    ExportRows(Database database) {
        this.database = database;
    }

    /** Claims an export; a row that could not be read before is claimed again. */
    long open(Export export, Instant now) {
        Optional<Exports.Recorded> again = find(export);
        if (again.isPresent()) {
            return again.get().id();
        }
        return Database.insertedId(database.sql()
                .sql("insert into export (connection, creditor, source, kind, delivers, file_name, content_hash, as_of,"
                        + " received_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'applied')")
                .params(
                        export.connection(),
                        export.creditor(),
                        export.source(),
                        export.kind(),
                        export.delivers(),
                        ItemRow.text(export.fileName()),
                        export.contentHash() == null ? "reading" : export.contentHash(),
                        Database.at(export.asOf()),
                        Database.at(now)));
    }

    void close(Taken taken) {
        Counts counts = taken.counts();
        database.sql()
                .sql("update export set state = ?, reason = ?, records_read = ?, records_applied = ?,"
                        + " records_unchanged = ?, records_filtered = ?, records_quarantined = ?, filtered_by = ?"
                        + " where id = ?")
                .params(
                        taken.state(),
                        ItemRow.text(taken.reason()),
                        counts.read(),
                        counts.applied(),
                        counts.unchanged(),
                        counts.filtered(),
                        counts.quarantined(),
                        counts.filteredJson(),
                        taken.id())
                .update();
    }

    void keptAs(long id, String keptAs) {
        database.sql()
                .sql("update export set kept_as = ? where id = ?")
                .params(keptAs, id)
                .update();
    }

    void contentHash(long id, String hash) {
        database.sql()
                .sql("update export set content_hash = ? where id = ?")
                .params(hash, id)
                .update();
    }

    void delete(long id) {
        database.sql().sql("delete from export where id = ?").param(id).update();
    }

    void deleteQuarantined(long id) {
        database.sql()
                .sql("delete from quarantine where export_id = ?")
                .param(id)
                .update();
    }

    boolean hasItems(String connection) {
        return database.sql()
                .sql("select id from export where connection = ? and kind = 'openItem' limit 1")
                .param(connection)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Whether the last time that this content was applied, every record was quarantined or filtered. */
    boolean onlyQuarantined(Export export, String contentHash) {
        return database.sql()
                .sql("select records_quarantined > 0 and records_applied + records_unchanged = 0 from export"
                        + " where connection = ? and kind = ? and content_hash = ? and state = 'applied'"
                        + " order by id desc limit 1")
                .params(export.connection(), export.kind(), contentHash)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    Optional<Exports.Recorded> find(long id) {
        return database.sql()
                .sql("select * from export where id = ?")
                .param(id)
                .query((rs, n) -> recorded(rs))
                .optional();
    }

    Optional<Exports.Recorded> find(Export export) {
        return database.sql()
                .sql("select * from export where connection = ? and kind = ? and content_hash = ? and as_of = ?")
                .params(
                        export.connection(),
                        export.kind(),
                        export.contentHash() == null ? "reading" : export.contentHash(),
                        Database.at(export.asOf()))
                .query((rs, n) -> recorded(rs))
                .optional();
    }

    private static Exports.Recorded recorded(ResultSet rs) throws SQLException {
        Export export = new Export(
                rs.getString("connection"),
                rs.getString("creditor"),
                rs.getString("source"),
                rs.getString("kind"),
                rs.getString("delivers"),
                rs.getString("file_name"),
                rs.getString("content_hash"),
                Database.instant(rs.getObject("as_of", OffsetDateTime.class)));
        Counts counts = new Counts(
                rs.getLong("records_read"),
                rs.getLong("records_applied"),
                rs.getLong("records_unchanged"),
                filters(rs.getString("filtered_by")),
                rs.getLong("records_quarantined"));
        return new Exports.Recorded(
                export,
                new Taken(rs.getLong("id"), rs.getString("state"), rs.getString("reason"), counts),
                Database.instant(rs.getObject("received_at", OffsetDateTime.class)),
                rs.getString("kept_as"));
    }

    private static Map<String, Long> filters(String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, new TypeReference<Map<String, Long>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the filters of an export are not JSON", broken);
        }
    }
}
