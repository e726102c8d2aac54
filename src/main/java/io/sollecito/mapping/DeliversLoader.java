package io.sollecito.mapping;

import io.sollecito.model.DidYouMean;
import io.sollecito.yaml.YamlNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads what a mapping says that its exports are: for all record sets at its top, or for one in that one. */
final class DeliversLoader {

    private final Loading loading;
    private final Delivers ofAll;
    private final Map<String, Delivers> ofFiles = new HashMap<>();
    private boolean told;

    DeliversLoader(Loading loading, YamlNode root) {
        this.loading = loading;
        this.ofAll = word(root);
    }

    /** Null when the mapping does not say, or when it says what cannot be. */
    Delivers of(YamlNode record, String kind, Set<String> parameters) {
        if (kind.equals(RecordSet.KEYS)) {
            return Delivers.SNAPSHOT;
        }
        Delivers own = RecordSet.KEPT.contains(kind) ? word(record) : null;
        Delivers delivers = own == null ? ofAll : own;
        if (!RecordSet.KEPT.contains(kind)) {
            return null;
        }
        if (delivers == null && !told) {
            told = true;
            loading.needed(
                    record,
                    "the mapping does not say whether its exports are snapshots or deltas",
                    "Write delivers: snapshot (all that is open), delta (what changed, closed items too) or either"
                            + " (the route says which) before records.");
        }
        if (delivers != null && delivers != Delivers.DELTA && parameters.contains("watermark")) {
            loading.problem(
                    record.get("query"),
                    "the query reads what changed since :watermark, which is no snapshot",
                    "Write delivers: delta, or a query without :watermark.");
        }
        checkSameFile(record, kind, delivers);
        return delivers;
    }

    private void checkSameFile(YamlNode record, String kind, Delivers delivers) {
        if (!kind.equals("openItem") || delivers == null || record.get("query") != null) {
            return;
        }
        YamlNode file = record.get("file");
        Delivers other = ofFiles.putIfAbsent(file == null ? "*" : file.text(), delivers);
        if (other != null && other != delivers) {
            loading.problem(
                    record,
                    "this record set takes the same files as one before, which says delivers: " + other.word(),
                    "A file is either a snapshot or a delta: let both say the same.");
        }
    }

    private Delivers word(YamlNode node) {
        String word = loading.text(node, "delivers");
        Delivers delivers = word == null ? null : Delivers.of(word);
        if (word != null && delivers == null) {
            told = true;
            loading.problem(
                    node.get("delivers"),
                    "'" + word + "' is no kind of delivery",
                    DidYouMean.hint(word, Delivers.WORDS) + "Allowed: " + String.join(", ", Delivers.WORDS) + ".");
        }
        return delivers;
    }
}
