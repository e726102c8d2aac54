package io.sollecito.mapping;

import io.sollecito.mapping.source.SourceRecord;
import io.sollecito.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The names of a source's columns, and the cells that a blank one repeats from the record before. */
final class Header {

    private static final int MOST_COLUMNS = 1000;

    private final String file;
    private final long line;
    private final List<String> captions;
    private final Map<String, Integer> positions;
    private final Set<String> twice = new HashSet<>();
    private Object[] filled;

    /**
     * @param line where the captions stand
     * @param anyCase whether captions differ in more than upper and lower case, as in SQL
     */
    Header(String file, long line, List<String> captions, boolean anyCase) throws Unreadable {
        this.file = file;
        this.line = line;
        this.captions = captions;
        this.positions = anyCase ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new HashMap<>();
        if (captions.size() > MOST_COLUMNS) {
            throw unreadable("has " + captions.size() + " columns, more than " + MOST_COLUMNS);
        }
        for (int i = 0; i < captions.size(); i++) {
            if (positions.putIfAbsent(captions.get(i), i) != null) {
                twice.add(captions.get(i));
            }
        }
    }

    List<String> captions() {
        return captions;
    }

    int size() {
        return captions.size();
    }

    Map<String, Integer> positions() {
        return positions;
    }

    /** The slots' positions; columns that are missing, or there twice, make the file unreadable. */
    int[] bind(Columns columns, MissingColumns missing) throws Unreadable {
        int[] slots = columns.bind(positions);
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] == Columns.MISSING) {
                missing.add(columns.get(slot));
            } else if (slots[slot] >= 0 && twice.contains(captions.get(slots[slot]))) {
                throw unreadable("has two columns '" + captions.get(slots[slot]) + "'");
            }
        }
        return slots;
    }

    void check(MissingColumns missing) throws Unreadable {
        if (!missing.isEmpty()) {
            throw missing.in(file, line, captions);
        }
    }

    /** Blank cells of these columns repeat what stood there before. */
    void fillDown(List<Integer> columns) {
        filled = new Object[captions.size()];
        for (int column : columns) {
            filled[column] = NOTHING_YET;
        }
    }

    /** Remembers the cells that later records may leave blank. */
    void remember(SourceRecord record) {
        for (int i = 0; filled != null && i < filled.length; i++) {
            Object cell = filled[i] == null ? null : record.cell(i);
            filled[i] = cell == null ? filled[i] : cell;
        }
    }

    Object cell(SourceRecord record, int position) {
        Object cell = record.cell(position);
        return cell == null && filled != null && filled[position] != NOTHING_YET ? filled[position] : cell;
    }

    private static final Object NOTHING_YET = new Object();

    private Unreadable unreadable(String message) {
        List<String> shown = new ArrayList<>();
        captions.stream().limit(100).forEach(caption -> shown.add("'" + Shown.value(caption) + "'"));
        return new Unreadable(new Problem(
                file, line, 0, message, null, "It has: " + String.join(", ", shown) + ". Compare with the mapping."));
    }
}
