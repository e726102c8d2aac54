package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.Database;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applies one staged export: items, debtors, what is quarantined, and the counts. Runs in the export's transaction. */
final class ExportApplication {

    static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final int MANY = 5_000;

    private final Database database;
    private final JdbcClient sql;
    private final Export export;
    private final long id;
    private final Instant now;

    ExportApplication(Database database, Export export, long id, Instant now) {
        this.database = database;
        this.sql = database.sql();
        this.export = export;
        this.id = id;
        this.now = now;
    }

    /** @throws ExportHeld when the closings exceed {@code limitPercent} of the open items */
    Taken apply(Staging staging, int limitPercent) {
        return export.isKeys() ? applyKeys(staging, limitPercent) : applyRecords(staging, limitPercent);
    }

    /** What is open and not named is closed, as by a snapshot; what is named and not open here waits in quarantine. */
    private Taken applyKeys(Staging staging, int limitPercent) {
        KeyList keys = new KeyList(database, export, id);
        ItemApplication items = new ItemApplication(database, export, id, now);
        hold(staging, keys.findAbsent(), limitPercent);
        if (staging.firstKeylessLine() > 0) {
            items.freezeAbsentInstead();
        }
        new Explanations(database, export, id, now).settle();
        items.write();
        long unknown = keys.quarantineUnknown();
        supersede();
        return new Taken(id, "applied", keylessReason(staging), staging.counts(0, unknown));
    }

    private Taken applyRecords(Staging staging, int limitPercent) {
        ItemApplication items = new ItemApplication(database, export, id, now);
        DebtorApplication debtors = new DebtorApplication(database, export, id);
        database.dialect().expectMany(database, staging.read() > MANY);
        long duplicates =
                (staging.mayHaveDuplicates() ? items.quarantineDuplicates() : 0) + debtors.quarantineContradictions();
        boolean first = items.isFirstLoad();
        long inserted = 0;
        if (first) {
            inserted = items.insertAll();
            if (inserted > MANY) {
                database.dialect().itemsGrew(database);
            }
        } else {
            applyChanges(staging, items, limitPercent);
        }
        if (staging.hasDebtors()) {
            debtors.apply();
        }
        supersede();
        noteUnchanged();
        boolean oneEach = duplicates == 0 && !staging.hasDebtors() && !staging.hasSeveralPerRecord();
        long applied = !oneEach ? recordsThatChanged(first) : first ? inserted : itemsThatChanged();
        return new Taken(id, "applied", keylessReason(staging), staging.counts(applied, duplicates));
    }

    private String keylessReason(Staging staging) {
        return staging.firstKeylessLine() > 0 && export.isSnapshot()
                ? "the key of the record at line " + staging.firstKeylessLine() + " cannot be read: nothing is settled"
                : null;
    }

    private void applyChanges(Staging staging, ItemApplication items, int limitPercent) {
        boolean settles = export.isSnapshot() && export.kind().equals("openItem");
        database.dialect().expectMany(database, isMost(staging.toCompare(), staging));
        items.compare();
        database.dialect().expectMany(database, isMost(staging.unasked(), staging));
        long absent = settles ? items.findAbsent() : 0;
        database.dialect().expectAnything(database);
        if (staging.hasReplacements()) {
            items.findReplaced();
        }
        hold(staging, absent, limitPercent);
        if (settles && staging.firstKeylessLine() > 0) {
            items.freezeAbsentInstead();
        }
        items.findQuarantined();
        new Explanations(database, export, id, now).settle();
        database.dialect().expectMany(database, isMost(staging.toCompare() + absent, staging));
        items.write();
        database.dialect().expectAnything(database);
        if (staging.hasReplacements()) {
            items.inherit();
        }
        new UncertainSuccession(database, export, now).hold();
    }

    /** Whether that many rows are better joined with the whole table than looked up one by one. */
    private static boolean isMost(long rows, Staging staging) {
        return rows > MANY && rows * 10 > staging.read();
    }

    private void hold(Staging staging, long absent, int limitPercent) {
        if (limitPercent == NO_LIMIT) {
            return;
        }
        SnapshotGuard guard = new SnapshotGuard(database, export);
        (staging.namesNoItem() ? guard.refusesEmpty(absent) : guard.refuses(absent, limitPercent)).ifPresent(reason -> {
            throw new ExportHeld(reason, staging.read(), staging.contentHash());
        });
    }

    /** Older quarantined records whose item this export speaks of; a snapshot speaks of all. */
    private void supersede() {
        String spoken = export.isSnapshot()
                ? "export_id in (select id from export where connection = :connection and kind = :kind)"
                : "creditor = :creditor and source = :source and item_key in (select item_key from stage_item)";
        var update = sql.sql("update quarantine set state = 'superseded', state_at = :now where state = 'waiting'"
                        + " and export_id <> :export and " + spoken)
                .param("now", Database.at(now))
                .param("export", id);
        if (export.isSnapshot()) {
            update.param("connection", export.connection()).param("kind", export.kind());
        } else {
            update.param("creditor", export.creditor()).param("source", export.source());
        }
        update.update();
    }

    /** What a delta found as it was, it has spoken of too: no older correction may change that (law 3). */
    private void noteUnchanged() {
        if (export.isSnapshot() || export.isReplay()) {
            return;
        }
        sql.sql("merge into open_item i using (select distinct item_key from stage_item where item_key is not null) s"
                        + " on i.creditor = :creditor and i.source = :source and i.item_key = s.item_key"
                        + " and i.changed_export <> :export when matched then update set spoken_export = :export")
                .param("export", id)
                .param("creditor", export.creditor())
                .param("source", export.source())
                .update();
    }

    private long itemsThatChanged() {
        return sql.sql("select count(*) from stage_change where seq is not null and what <> 'thawed'")
                .query(Long.class)
                .single();
    }

    private long recordsThatChanged(boolean first) {
        String items = first
                ? "select record_no from stage_item where fate = 'i'"
                : "select s.record_no from stage_item s join stage_change c on c.seq = s.seq where c.what <> 'thawed'";
        return sql.sql("select count(*) from (select record_no from stage_debtor where changed union " + items
                        + ") x where not exists (select 1 from stage_item q"
                        + " where q.fate = 'q' and q.record_no = x.record_no)")
                .query(Long.class)
                .single();
    }
}
