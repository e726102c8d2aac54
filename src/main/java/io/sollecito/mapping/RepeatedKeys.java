package io.sollecito.mapping;

import io.sollecito.model.Canonical;
import io.sollecito.model.Debtor;
import io.sollecito.model.OpenItem;
import io.sollecito.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Two records with one key in one export are both quarantined. The export is read twice: {@link #note} sees every
 * outcome first, {@link #judge} passes them on. (The ledger does the same for what it stages, in SQL.)
 */
public final class RepeatedKeys {

    private final String file;
    private final List<RecordSet> recordSets;
    private final Map<String, Place> firsts = new HashMap<>();
    private final Map<String, List<Long>> repeated = new HashMap<>();
    private final Map<Long, String> keyOfRecord = new HashMap<>();
    private long noted;
    private long judged;

    /** Which record of the file it is; several may stand on one line. */
    private record Place(long record, long line) {}

    /** @param recordSets those that take the file */
    public RepeatedKeys(String file, List<RecordSet> recordSets) {
        this.file = file;
        this.recordSets = recordSets;
    }

    /** First reading. */
    public void note(Outcome outcome) {
        noted += beginsRecord(outcome) ? 1 : 0;
        String key = keyOf(outcome);
        if (key == null) {
            return;
        }
        Place first = firsts.putIfAbsent(key, new Place(noted, outcome.line()));
        if (first != null && first.record() != noted) {
            List<Long> lines = repeated.computeIfAbsent(key, one -> new ArrayList<>(List.of(first.line())));
            lines.add(outcome.line());
            keyOfRecord.put(first.record(), key);
            keyOfRecord.put(noted, key);
        }
    }

    /** Second reading: records whose key is repeated become quarantined ones. */
    public void judge(Outcome outcome, Consumer<Outcome> sink) {
        judged += beginsRecord(outcome) ? 1 : 0;
        String key = outcome instanceof Outcome.Mapped ? keyOfRecord.get(judged) : null;
        if (key == null) {
            sink.accept(outcome);
        } else if (((Outcome.Mapped) outcome).first()) {
            sink.accept(quarantined(key, outcome.line()));
        }
    }

    private static boolean beginsRecord(Outcome outcome) {
        return !(outcome instanceof Outcome.Mapped mapped) || mapped.first();
    }

    private Outcome quarantined(String key, long line) {
        String plainKey = key.substring(key.indexOf(' ') + 1);
        String lines = String.join(
                ", ", repeated.get(key).stream().map(String::valueOf).toList());
        Problem problem = new Problem(
                file,
                line,
                1,
                "the key '" + plainKey + "' stands in more than one record of this export: lines " + lines,
                null,
                "Give the mapping an itemKey that tells them apart, or correct the source.");
        return new Outcome.Quarantined(
                problem, key.startsWith("debtor") ? "debtor" : "itemKey", plainKey, plainKey, null);
    }

    private String keyOf(Outcome outcome) {
        if (outcome instanceof Outcome.Mapped mapped) {
            Canonical record = mapped.canonical();
            if (record instanceof OpenItem item) {
                return "openItem " + item.itemKey();
            }
            return record instanceof Debtor ? "debtor " + record.debtor() : null;
        }
        boolean oneKind = recordSets.stream().map(RecordSet::kind).distinct().count() == 1;
        return outcome instanceof Outcome.Quarantined quarantined && quarantined.itemKey() != null && oneKind
                ? recordSets.get(0).kind() + " " + quarantined.itemKey()
                : null;
    }
}
