package io.sollecito.mapping;

import io.sollecito.mapping.source.BrokenSource;
import io.sollecito.mapping.source.Cells;
import io.sollecito.mapping.source.RecordStream;
import io.sollecito.mapping.source.SourceRecord;
import io.sollecito.model.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the header of a file: given, in its first record, or in the first record that holds the columns. */
final class HeaderSearch {

    private static final int FARTHEST = 1000;

    private HeaderSearch() {}

    /**
     * @param captions when the mapping gives them, else null
     * @param asked for each reader of the file, the names of each required column
     */
    static Header of(
            RecordStream stream, String name, List<String> captions, boolean search, List<List<List<String>>> asked)
            throws IOException, BrokenSource, Unreadable {
        List<String> given = captions == null ? stream.captions() : captions;
        if (given != null) {
            return new Header(name, 1, given, false);
        }
        for (int tried = 0; tried < FARTHEST && stream.next(); tried++) {
            List<String> texts = texts(stream.current());
            if (!search || asked.stream().anyMatch(columns -> hasAll(texts, columns))) {
                return new Header(name, stream.current().line(), texts, false);
            }
        }
        throw new Unreadable(Problem.of(
                name,
                search ? "has no line with the columns that the mapping names" : "has no header line",
                search ? "It needs: " + needed(asked) + "." : "Is the file empty?"));
    }

    private static List<String> texts(SourceRecord record) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < record.count(); i++) {
            Object cell = record.cell(i);
            texts.add(cell == null ? "" : Cells.text(cell));
        }
        return texts;
    }

    private static boolean hasAll(List<String> texts, List<List<String>> columns) {
        Set<String> there = new HashSet<>(texts);
        return columns.stream().allMatch(names -> names.stream().anyMatch(there::contains));
    }

    private static String needed(List<List<List<String>>> asked) {
        List<String> needed = new ArrayList<>();
        asked.forEach(columns -> columns.forEach(names -> needed.add("'" + String.join("' or '", names) + "'")));
        return String.join(", ", needed.stream().distinct().toList());
    }
}
