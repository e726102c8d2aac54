package io.sollecito.intake;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Hands rows on and remembers the greatest value of the watermark's column. */
final class WatchedRows implements Iterator<Map<String, Object>> {

    private final Iterator<Map<String, Object>> rows;
    private final String column;
    private Object greatest;

    WatchedRows(Iterator<Map<String, Object>> rows, String column) {
        this.rows = rows;
        this.column = column;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Map<String, Object> next() {
        Map<String, Object> row = rows.next();
        Object mark = column == null ? null : row.get(column);
        if (mark != null && (greatest == null || isGreater(mark))) {
            greatest = mark;
        }
        return row;
    }

    @SuppressWarnings("unchecked")
    private boolean isGreater(Object mark) {
        return ((Comparable<Object>) mark).compareTo(greatest) > 0;
    }

    /** As JDBC writes it (a time stamp: {@code 2026-03-02 10:15:00.0}), which the source's SQL reads back. */
    Optional<String> greatest() {
        return Optional.ofNullable(greatest).map(Object::toString);
    }
}
