package io.sollecito.mapping;

import io.sollecito.mapping.source.SourceRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns whose names begin with {@code $}: of every file, of this file's head, of earlier records, of joined
 * files.
 */
final class Extras {

    static final String LINE = "$line";
    static final String TEXT = "$text";
    static final String FILE = "$file";
    static final String INDEX = "$index";
    static final String COUNT = "$count";

    /** Those that every source has. */
    static final List<String> BUILT_IN = List.of(LINE, TEXT, FILE, INDEX, COUNT);

    private final String file;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, JoinTable> tables;
    private final Map<String, Join> joins;

    Extras(String file, Map<String, Join> joins, Map<String, JoinTable> tables) {
        this.file = file;
        this.joins = joins;
        this.tables = tables;
    }

    void set(String name, Object value) {
        values.put(name, value);
    }

    Object get(String name) {
        return values.get(name);
    }

    /** One for each slot; null for those that the record itself holds. */
    Extra[] of(Columns columns) {
        Extra[] extras = new Extra[columns.size()];
        for (int slot = 0; slot < extras.length; slot++) {
            String name = columns.get(slot).names().get(0);
            extras[slot] = Columns.isExtra(name) ? of(name, columns) : null;
        }
        return extras;
    }

    private Extra of(String name, Columns columns) {
        switch (name) {
            case LINE:
                return row -> String.valueOf(row.record().line());
            case TEXT:
                return row -> row.record().raw();
            case FILE:
                return row -> file;
            case INDEX:
                return row -> number(row.record().index());
            case COUNT:
                return row -> number(siblings(row.record()));
            default:
                return name.indexOf('.') < 0 ? row -> values.get(name) : joined(name, columns);
        }
    }

    private Extra joined(String name, Columns columns) {
        Join join = joins.get(name.substring(1, name.indexOf('.')));
        JoinTable table = tables.get(join.name());
        String column = name.substring(name.indexOf('.') + 1);
        int[] on = join.on().stream()
                .mapToInt(each -> columns.slotOf(List.of(each)))
                .toArray();
        return row -> {
            Object[] parts = new Object[on.length];
            for (int i = 0; i < on.length; i++) {
                parts[i] = row.cell(on[i]);
            }
            return table.cell(JoinTable.key(Arrays.asList(parts)), column);
        };
    }

    private static int siblings(SourceRecord record) {
        return record.index() == 0 ? 0 : record.siblings().size();
    }

    private static String number(int number) {
        return number == 0 ? null : String.valueOf(number);
    }
}
