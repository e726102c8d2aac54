package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A staged list of the keys of all that is open in a source. It says nothing of what changed after it was made: an export as
 * of later has the last word about an item.
 */
final class KeyList {

    private static final String NOT_LATER =
            " not exists (select 1 from export e where e.id = i.changed_export and e.as_of > :asOf)";

    private final JdbcClient sql;
    private final Export export;
    private final long exportId;

    KeyList(Database database, Export export, long exportId) {
        this.sql = database.sql();
        this.export = export;
        this.exportId = exportId;
    }

    /** Finds the open items of the connection that the list does not name; returns how many. */
    long findAbsent() {
        return of("insert into stage_change (item_id, item_key, what, old_open, new_open, original, carried, debtor,"
                        + " currency, type, was_frozen, explained)"
                        + " select i.id, i.item_key, 'settled', i.erp_open, 0, i.original_amount, 0, i.debtor, i.currency,"
                        + " i.type, i.frozen, 0 from open_item i"
                        + " where i.connection = :connection and i.creditor = :creditor and i.source = :source"
                        + " and i.settled_cause is null and i.erp_open <> 0"
                        + " and not exists (select 1 from stage_item s where s.item_key = i.item_key) and"
                        + NOT_LATER)
                .param("connection", export.connection())
                .update();
    }

    /** Quarantines the keys of items that are not open here, unless they were closed later; returns how many records. */
    long quarantineUnknown() {
        return of("insert into quarantine (export_id, creditor, source, item_key, file_name, line_no, column_no, field,"
                        + " value_text, message) select cast(:export as bigint), cast(:creditor as varchar),"
                        + " cast(:source as varchar), s.item_key, cast(:file as varchar), s.line_no, 0, 'itemKey',"
                        + " s.item_key, case when i.id is null"
                        + "  then 'is open in the source, but no export has brought it'"
                        + "  else 'is open in the source, but closed here' end"
                        + " from stage_item s left join open_item i"
                        + " on i.creditor = :creditor and i.source = :source and i.item_key = s.item_key"
                        + " where s.fate = 'n' and (i.id is null or i.settled_cause is not null and"
                        + NOT_LATER + ")")
                .param("export", exportId)
                .param("file", export.fileName())
                .update();
    }

    private JdbcClient.StatementSpec of(String statement) {
        return sql.sql(statement)
                .param("creditor", export.creditor())
                .param("source", export.source())
                .param("asOf", Database.at(export.asOf()));
    }
}
