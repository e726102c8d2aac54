package io.sollecito.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Which of a mapping's record sets take a file: its name alone decides. */
final class TakersByName {

    private final List<RecordSet> recordSets;
    private final Collection<Join> joins;

    TakersByName(List<RecordSet> recordSets, Collection<Join> joins) {
        this.recordSets = recordSets;
        this.joins = joins;
    }

    /** Those that take it as it is. A file of keys is nothing else; one that others are joined with must be asked for. */
    List<RecordSet> of(String fileName) {
        String plainName = InputFile.plainName(fileName);
        boolean joined = isJoined(plainName);
        List<RecordSet> takers = recordSets.stream()
                .filter(set -> set.takes(plainName) && (!joined || set.fileGlob() != null))
                .toList();
        List<RecordSet> keys =
                takers.stream().filter(set -> set.kind().equals(RecordSet.KEYS)).toList();
        return keys.isEmpty() ? takers : keys;
    }

    /** Those that may take what is in it: an archive of any name may hold files for all of them. */
    List<RecordSet> ofPacked(String fileName) {
        boolean gzip = fileName.toLowerCase(Locale.ROOT).endsWith(".gz");
        List<RecordSet> takers = of(gzip ? fileName.substring(0, fileName.length() - 3) : fileName);
        return takers.isEmpty() && isPacked(fileName) ? recordSets : takers;
    }

    /** Whether other files are only complete together with a file of this name. */
    boolean isJoined(String fileName) {
        String plainName = InputFile.plainName(fileName);
        return joins.stream().anyMatch(join -> join.isMetBy(plainName));
    }

    static boolean isPacked(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith(".zip") || lower.endsWith(".gz");
    }
}
