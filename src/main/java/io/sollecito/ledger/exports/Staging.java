package io.sollecito.ledger.exports;

import io.sollecito.ledger.database.BulkRows;
import io.sollecito.ledger.database.Database;
import io.sollecito.model.Canonical;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.Debtor;
import io.sollecito.model.OpenItem;
import io.sollecito.model.OpenItemKey;
import io.sollecito.model.Problem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The stage of one export: takes its records in constant memory and counts them. */
final class Staging implements RecordSink, AutoCloseable {

    private final Database database;
    private final Export export;
    private final BulkRows rows;
    private final QuarantineRows quarantine;
    private final KnownHashes known;
    private final SeenTexts keys = new SeenTexts();
    private final RowHash hash = new RowHash();
    private final MessageDigest content = RowHash.sha256();
    private final Map<String, Long> filteredBy = new TreeMap<>();
    private final Map<String, BigDecimal> stated = new HashMap<>();
    private long seq;
    private long read;
    private long quarantined;
    private long mapped;
    private long firstKeylessLine;
    private long keyed;
    private long toCompare;
    private long unasked;
    private boolean keyTwice;
    private boolean recordIsRefused;
    private boolean severalPerRecord;
    private boolean debtors;
    private boolean replacements;

    Staging(Database database, Export export, long exportId) {
        this.database = database;
        this.export = export;
        for (StageTable table : StageTable.values()) {
            database.jdbc().execute(database.dialect().create(table));
        }
        this.known = KnownHashes.of(database, export);
        this.rows = database.dialect().bulkRows(database);
        this.quarantine = new QuarantineRows(database, export, exportId);
    }

    @Override
    public void mapped(Canonical canonical, long line, boolean first) {
        if (!canonical.creditor().equals(export.creditor())
                || !canonical.source().equals(export.source())) {
            throw new IllegalArgumentException("a record of " + canonical.creditor() + "/" + canonical.source()
                    + " came with an export of " + export.creditor() + "/" + export.source());
        }
        if (first) {
            read++;
            mapped++;
            recordIsRefused = false;
        } else {
            severalPerRecord = true;
        }
        if (canonical instanceof OpenItem item) {
            stage(item, line);
        } else if (canonical instanceof OpenItemKey key) {
            content(key.itemKey());
            keyed++;
            rows.add(StageTable.STAGE_ITEM, ItemRow.key(++seq, read, StageTable.NAMED, line, key.itemKey()));
        } else if (canonical instanceof Debtor debtor) {
            stage(debtor, line);
        } else {
            throw new IllegalArgumentException("an export of an ERP brings debtors and open items, not a "
                    + canonical.getClass().getSimpleName());
        }
    }

    @Override
    public void merged() {
        read++;
        mapped++;
    }

    @Override
    public void filtered(String filter, String itemKey) {
        read++;
        filteredBy.merge(filter, 1L, Long::sum);
        content(filter);
        if (itemKey != null) {
            content(itemKey);
            keyed++;
            rows.add(StageTable.STAGE_ITEM, ItemRow.key(++seq, read, StageTable.FILTERED, 0, itemKey));
        }
    }

    @Override
    public void quarantined(Problem problem, String field, String value, String itemKey, String raw) {
        read++;
        quarantined++;
        refuse(problem, field, value, itemKey, raw);
    }

    @Override
    public void stated(String currency, BigDecimal amount) {
        stated.merge(currency, amount, BigDecimal::add);
    }

    /** The control totals that came with the records, by currency; null for one that does not say it. */
    Map<String, BigDecimal> stated() {
        return stated;
    }

    /** Everything is on the stage. */
    void finish() {
        known.forEachUnasked(id -> {
            unasked++;
            rows.add(StageTable.STAGE_UNASKED, new String[] {Long.toString(id)});
        });
        if (keyTwice) {
            known.forEachAsked((id, record, line) -> rows.add(StageTable.STAGE_KNOWN, new String[] {
                Long.toString(++seq), Long.toString(record), Long.toString(line), null, Long.toString(id)
            }));
        }
        rows.flush();
        quarantine.flush();
    }

    @Override
    public void close() {
        rows.close();
    }

    /** A hash of what was read, for input that has no bytes of its own. */
    String contentHash() {
        return HexFormat.of().formatHex(content.digest());
    }

    boolean isEmpty() {
        return read == 0;
    }

    /** Whether no record named any item, readable or not. */
    boolean namesNoItem() {
        return keyed == 0 && firstKeylessLine == 0;
    }

    /** The line of the first record whose key could not be read; 0 when there is none. */
    long firstKeylessLine() {
        return firstKeylessLine;
    }

    /** How many item records the ledger does not hold as they are. */
    long toCompare() {
        return toCompare;
    }

    /** How many items of the source the export does not name as they are: changed or absent. */
    long unasked() {
        return unasked;
    }

    /** Whether two records may have one key. */
    boolean mayHaveDuplicates() {
        return keyTwice;
    }

    boolean hasDebtors() {
        return debtors;
    }

    boolean hasReplacements() {
        return replacements;
    }

    boolean hasSeveralPerRecord() {
        return severalPerRecord;
    }

    long read() {
        return read;
    }

    /** The counts when {@code applied} of the mapped records changed something and duplicates refused {@code more}. */
    Counts counts(long applied, long more) {
        return new Counts(read, applied, mapped - applied - more, Map.copyOf(filteredBy), quarantined + more);
    }

    private void stage(OpenItem item, long line) {
        String misfit = ItemRow.misfit(item);
        if (misfit != null) {
            if (!recordIsRefused) {
                recordIsRefused = true;
                mapped--;
                quarantined++;
            }
            Problem problem = new Problem(
                    export.fileName(), line, 0, misfit, null, "correct the record in the source, or replay it");
            refuse(problem, null, null, item.itemKey(), null);
            return;
        }
        String[] row = ItemRow.of(++seq, read, item, line, hash);
        keyed++;
        replacements |= item.replaces() != null;
        if (export.contentHash() == null) {
            content(item.itemKey());
            content(ItemRow.hash(row));
        }
        keyTwice |= keys.addedBefore(row[4]);
        int place = known.find(ItemRow.hash(row));
        if (place < 0) {
            toCompare++;
            rows.add(StageTable.STAGE_ITEM, row);
        } else if (!known.ask(place, read, line)) {
            rows.add(StageTable.STAGE_KNOWN, new String[] {row[0], row[1], row[3], row[4], null});
        }
    }

    private void stage(Debtor debtor, long line) {
        debtors = true;
        String[] row = {
            Long.toString(++seq),
            Long.toString(read),
            Long.toString(line),
            ItemRow.text(debtor.debtor()),
            ItemRow.text(debtor.name()),
            ItemRow.text(debtor.payer()),
            ItemRow.text(CanonicalJson.write(debtor).toString()),
            null,
            "false"
        };
        row[7] = hash.of(row, 3, 7);
        content(row[7]);
        rows.add(StageTable.STAGE_DEBTOR, row);
        for (String iban : debtor.bankAccounts()) {
            rows.add(StageTable.STAGE_IBAN, new String[] {ItemRow.text(iban), row[0]});
        }
    }

    private void refuse(Problem problem, String field, String value, String itemKey, String raw) {
        content(problem.message());
        content(raw);
        if (itemKey != null) {
            keyed++;
            keyTwice |= keys.addedBefore(ItemRow.text(itemKey));
            rows.add(StageTable.STAGE_ITEM, ItemRow.key(++seq, read, StageTable.QUARANTINED, problem.line(), itemKey));
        } else if (firstKeylessLine == 0) {
            firstKeylessLine = Math.max(1, problem.line());
        }
        if (quarantine.isFull()) {
            rows.pause();
            quarantine.flush();
        }
        quarantine.add(problem, field, value, itemKey, raw);
    }

    private void content(String part) {
        if (export.contentHash() == null && part != null) {
            content.update(part.getBytes(StandardCharsets.UTF_8));
            content.update((byte) 0);
        }
    }
}
