package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import io.sollecito.model.Refused;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Whether a corrected record says what a later export has overtaken: an earlier as-of is not applied (law 3). */
final class LateReplay {

    private final Database database;
    private final Export export;

    LateReplay(Database database, Export export) {
        this.database = database;
        this.export = export;
    }

    /** @throws Refused when what stands in the stage is older than what the ledger holds of it */
    void refuse() {
        if (export.isKeys()) {
            throw new Refused("a key is no record of its item: take the item in, or dismiss the key");
        }
        later("select e.as_of from stage_item s join open_item i on i.creditor = :creditor"
                        + " and i.source = :source and i.item_key = s.item_key"
                        + " join export e on e.id in (i.changed_export, i.spoken_export) where e.as_of > :asOf"
                        + " order by e.as_of desc limit 1")
                .or(() -> later("select e.as_of from stage_debtor s join debtor d on d.creditor = :creditor"
                        + " and d.source = :source and d.debtor = s.debtor"
                        + " join export e on e.id = d.export_id where e.as_of > :asOf order by e.as_of desc limit 1"))
                .ifPresent(asOf -> {
                    throw new Refused("the record is as of " + export.asOf()
                            + ", and a later export, as of " + Database.instant(asOf)
                            + ", has spoken of it since; dismiss the record instead");
                });
    }

    private Optional<OffsetDateTime> later(String query) {
        return database.sql()
                .sql(query)
                .param("creditor", export.creditor())
                .param("source", export.source())
                .param("asOf", Database.at(export.asOf()))
                .query(OffsetDateTime.class)
                .optional();
    }
}
