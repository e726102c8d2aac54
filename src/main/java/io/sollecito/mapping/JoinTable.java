package io.sollecito.mapping;

import io.sollecito.mapping.source.BrokenSource;
import io.sollecito.mapping.source.Cells;
import io.sollecito.mapping.source.RecordStream;
import io.sollecito.mapping.source.Unclear;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a joined file, in memory by their key; of its columns only those that are asked for. */
final class JoinTable {

    private static final int MOST_ROWS = 500_000;

    private final Join join;
    private final List<String> columns;
    private final Map<String, Object[]> rows = new HashMap<>();

    private JoinTable(Join join) {
        this.join = join;
        this.columns = List.copyOf(join.wanted());
    }

    /** The tables of all joins, from the files that came together. */
    static Map<String, JoinTable> readAll(Map<String, Join> joins, InputFile file, List<InputFile> others)
            throws Unreadable {
        Map<String, JoinTable> tables = new HashMap<>();
        for (Join join : joins.values()) {
            if (join.wanted().isEmpty()) {
                continue;
            }
            InputFile joined = join.partnerOf(file, others);
            try {
                tables.put(join.name(), read(join, joined.path(), joined.name()));
            } catch (BrokenSource broken) {
                throw new Unreadable(broken.problem());
            } catch (IOException disk) {
                throw new UncheckedIOException(disk);
            }
        }
        return tables;
    }

    private static JoinTable read(Join join, Path file, String name) throws IOException, BrokenSource, Unreadable {
        JoinTable table = new JoinTable(join);
        try (RecordStream stream = join.format().open(file, name)) {
            table.readRows(stream, name);
        }
        return table;
    }

    /** What the column holds in the row of a key; {@link Unclear} when there is no such row and there must be one. */
    Object cell(String key, String column) {
        Object[] row = key == null ? null : rows.get(key);
        if (row != null) {
            return row[columns.indexOf(column)];
        }
        return join.quarantines() && key != null
                ? new Unclear(key, "is not in the joined file '" + join.fileGlob() + "'")
                : null;
    }

    /** The key's parts in one text; null when one is blank. */
    static String key(List<Object> parts) {
        StringBuilder key = new StringBuilder();
        for (Object part : parts) {
            if (part == null) {
                return null;
            }
            key.append(Cells.text(part)).append('\u0001');
        }
        return key.substring(0, key.length() - 1);
    }

    private void readRows(RecordStream stream, String name) throws IOException, BrokenSource, Unreadable {
        List<String> asked = new ArrayList<>(join.key());
        asked.addAll(columns);
        List<Columns.Wanted> wanted = asked.stream()
                .map(column -> new Columns.Wanted(List.of(column), false, null))
                .toList();
        Header header = HeaderSearch.of(stream, name, join.captions(), join.findsHeader(), List.of(wanted));
        MissingColumns missing = new MissingColumns();
        wanted.stream()
                .filter(column -> !column.isIn(header.positions().keySet()))
                .forEach(missing::add);
        header.check(missing);
        while (stream.next()) {
            if (!stream.current().isBlank()) {
                add(stream, header, name);
            }
        }
    }

    private void add(RecordStream stream, Header header, String name) throws BrokenSource {
        List<Object> parts = new ArrayList<>();
        join.key()
                .forEach(column ->
                        parts.add(stream.current().cell(header.positions().get(column))));
        Object[] cells = columns.stream()
                .map(column -> stream.current().cell(header.positions().get(column)))
                .toArray();
        String key = key(parts);
        if (key != null && rows.put(key, cells) != null) {
            throw new BrokenSource(
                    name,
                    "has two rows with the key '" + Shown.value(key) + "' (line "
                            + stream.current().line() + ")",
                    "The key of join '" + join.name() + "' must tell its rows apart.");
        }
        if (rows.size() > MOST_ROWS) {
            throw new BrokenSource(name, "has more than " + MOST_ROWS + " rows", "Join it in the source's database.");
        }
    }
}
