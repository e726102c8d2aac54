package io.sollecito.mapping;

import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns that a record set asks for, one slot each; a file's header or a query's labels are bound to the slots
 * once.
 */
final class Columns {

    /**
     * A column by its name, or the first of several that is there; {@code optional} columns may be missing.
     *
     * @param asker where the mapping asks for it first; null for a joined file's
     */
    record Wanted(List<String> names, boolean optional, YamlNode asker) {

        boolean isIn(Collection<String> captions) {
            return names.stream().anyMatch(captions::contains);
        }

        String described() {
            return "'" + String.join("' or '", names) + "'";
        }

        /** With the line of the mapping that asks for it. */
        String describedWithLine() {
            String file = asker.file().substring(asker.file().lastIndexOf('/') + 1);
            return described() + " (line " + asker.line() + " of " + file + ")";
        }
    }

    /** Bound position of the first column whose value stands outside the record; the next ones are below it. */
    static final int EXTRA = -3;

    /** Bound position of a required column that the source does not have. */
    static final int MISSING = -2;

    private final List<Wanted> wanted = new ArrayList<>();
    private boolean all;

    /** The slot of a column; the same column asked for twice has one slot. */
    int slot(List<String> names, boolean optional, YamlNode asker) {
        for (int slot = 0; slot < wanted.size(); slot++) {
            if (wanted.get(slot).names().equals(names) && wanted.get(slot).optional() == optional) {
                return slot;
            }
        }
        wanted.add(new Wanted(List.copyOf(names), optional, asker));
        return wanted.size() - 1;
    }

    /** The slot of a column that was asked for. */
    int slotOf(List<String> names) {
        for (int slot = 0; slot < wanted.size(); slot++) {
            if (wanted.get(slot).names().equals(names)) {
                return slot;
            }
        }
        throw new IllegalStateException("nobody asked for " + names);
    }

    /** The columns that must be there. */
    List<Wanted> required() {
        return wanted.stream()
                .filter(column -> !column.optional() && !isExtra(column.names().get(0)))
                .toList();
    }

    /** The names of the source's columns, each of several that stand for one. */
    List<String> names() {
        return wanted.stream().flatMap(column -> column.names().stream()).toList();
    }

    /** What a document is asked for: one path for each column, or several of which the first that is there counts. */
    List<List<String>> paths() {
        return wanted.stream()
                .map(Wanted::names)
                .filter(names -> !isExtra(names.get(0)))
                .toList();
    }

    /** How a header calls a column of several paths. */
    static String together(List<String> paths) {
        return String.join(" | ", paths);
    }

    /** Some condition may look at any column. */
    void wantAll() {
        all = true;
    }

    boolean all() {
        return all;
    }

    /**
     * Marks the cells that are asked for.
     *
     * @param bound the position of each slot
     */
    void mark(int[] bound, boolean[] cells) {
        if (all) {
            Arrays.fill(cells, true);
        }
        for (int position : bound) {
            if (position >= 0) {
                cells[position] = true;
            }
        }
    }

    Wanted get(int slot) {
        return wanted.get(slot);
    }

    int size() {
        return wanted.size();
    }

    /** The columns that are asked for by a name of the mapping's own, which begins with {@code $}. */
    static boolean isExtra(String name) {
        return name.startsWith("$");
    }

    /**
     * Slot to position; -1 for an optional column that is missing, {@link #MISSING} for a required one. Columns of the
     * mapping's own are numbered from {@link #EXTRA} downwards.
     *
     * @param positions column name to its position in the source
     */
    int[] bind(Map<String, Integer> positions) {
        int[] bound = new int[wanted.size()];
        for (int slot = 0; slot < bound.length; slot++) {
            Wanted column = wanted.get(slot);
            bound[slot] = isExtra(column.names().get(0))
                    ? EXTRA - slot
                    : Stream.concat(Stream.of(together(column.names())), column.names().stream())
                            .filter(positions::containsKey)
                            .findFirst()
                            .map(positions::get)
                            .orElse(column.optional() ? -1 : MISSING);
        }
        return bound;
    }
}
