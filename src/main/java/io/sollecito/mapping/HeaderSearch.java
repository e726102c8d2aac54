package io.sollecito.mapping;

import io.sollecito.mapping.Columns.Wanted;
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
import java.util.stream.Collectors;

/** Finds the header of a file: given, in its first record, or in the first record that holds the columns. */
final class HeaderSearch {

    private static final int FARTHEST = 1000;

    private HeaderSearch() {}

    /**
     * @param captions when the mapping gives them, else null
     * @param asked for each reader of the file, its required columns
     */
    static Header of(RecordStream stream, String name, List<String> captions, boolean search, List<List<Wanted>> asked)
            throws IOException, BrokenSource, Unreadable {
        List<String> given = captions == null ? stream.captions() : captions;
        if (given != null) {
            return new Header(name, 1, given, false);
        }
        Nearest nearest = new Nearest(asked);
        for (int tried = 0; tried < FARTHEST && stream.next(); tried++) {
            List<String> texts = texts(stream.current());
            if (!search || nearest.isHeader(texts, stream.current().line())) {
                return new Header(name, stream.current().line(), texts, false);
            }
        }
        throw search
                ? nearest.unreadable(name)
                : new Unreadable(Problem.of(name, "has no header line", "Is the file empty?"));
    }

    private static List<String> texts(SourceRecord record) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < record.count(); i++) {
            Object cell = record.cell(i);
            texts.add(cell == null ? "" : Cells.text(cell));
        }
        return texts;
    }

    /** The line that has the most of the columns that some reader asks for. */
    private static final class Nearest {

        private final List<List<Wanted>> asked;
        private List<Wanted> missing = List.of();
        private List<String> captions = List.of();
        private long line;
        private int most;
        private boolean inOneCell;

        Nearest(List<List<Wanted>> asked) {
            this.asked = asked;
        }

        /** Whether the line has all that some reader asks for. */
        boolean isHeader(List<String> texts, long at) {
            Set<String> there = new HashSet<>(texts);
            for (List<Wanted> columns : asked) {
                List<Wanted> absent =
                        columns.stream().filter(column -> !column.isIn(there)).toList();
                if (absent.isEmpty()) {
                    return true;
                }
                inOneCell |= texts.stream().anyMatch(text -> holdsMost(text, columns));
                if (columns.size() - absent.size() > most) {
                    most = columns.size() - absent.size();
                    missing = absent;
                    captions = texts;
                    line = at;
                }
            }
            return false;
        }

        /** Columns that stand in one cell are separated by another sign than the mapping says. */
        private static boolean holdsMost(String text, List<Wanted> columns) {
            return columns.size() > 1
                    && columns.stream()
                                    .filter(column -> column.names().stream().anyMatch(text::contains))
                                    .count()
                            > columns.size() / 2;
        }

        /** A line with at least half of the columns is the header, changed. */
        Unreadable unreadable(String file) {
            if (most > 0 && most >= missing.size()) {
                MissingColumns columns = new MissingColumns();
                missing.forEach(columns::add);
                return columns.in(file, line, captions);
            }
            String needed = asked.stream()
                    .flatMap(List::stream)
                    .map(Wanted::described)
                    .distinct()
                    .collect(Collectors.joining(", "));
            return new Unreadable(Problem.of(
                    file,
                    "has no line with the columns that the mapping names",
                    (inOneCell ? "Compare the mapping's separator with the file's. " : "") + "It needs: " + needed
                            + "."));
        }
    }
}
