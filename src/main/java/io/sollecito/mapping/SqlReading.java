package io.sollecito.mapping;

import io.sollecito.mapping.source.Cells;
import io.sollecito.mapping.source.SourceRecord;
import io.sollecito.model.ProblemsFound;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads the rows of one query. */
final class SqlReading {

    private final RecordSet set;
    private final String name;
    private final Scope scope;
    private final Consumer<Outcome> sink;

    SqlReading(RecordSet set, String name, Scope scope, Consumer<Outcome> sink) {
        this.set = set;
        this.name = name;
        this.scope = scope;
        this.sink = sink;
    }

    void read(Iterator<Map<String, Object>> rows) {
        try {
            Lane lane = null;
            SqlRecord record = null;
            while (rows.hasNext()) {
                Map<String, Object> cells = rows.next();
                if (lane == null) {
                    record = new SqlRecord(List.copyOf(cells.keySet()));
                    lane = lane(record);
                }
                record.at(cells);
                lane.take(record);
            }
            if (lane != null) {
                lane.atEnd();
            }
        } catch (Unreadable tooMuch) {
            throw new ProblemsFound(List.of(tooMuch.problem()));
        }
    }

    private Lane lane(SqlRecord record) throws Unreadable {
        Header header = new Header(name, 0, record.labels, true);
        Lane lane = new Lane(List.of(set), header, name, scope, null, sink);
        Extras extras = new Extras(name, Map.of(), Map.of());
        MissingColumns missing = new MissingColumns();
        lane.bind(extras, record, new boolean[header.size()], missing);
        if (!missing.isEmpty()) {
            throw new ProblemsFound(
                    missing.in("the query's result", 0, record.labels).problems());
        }
        return lane;
    }

    /** The row now read. */
    private static final class SqlRecord implements SourceRecord {

        private final List<String> labels;
        private Map<String, Object> cells;
        private long line;

        SqlRecord(List<String> labels) {
            this.labels = labels;
        }

        void at(Map<String, Object> row) {
            cells = row;
            line++;
        }

        @Override
        public Object cell(int position) {
            Object value = cells.get(labels.get(position));
            return value instanceof CharSequence text ? Cells.stripped(text, 0, text.length()) : value;
        }

        @Override
        public int count() {
            return labels.size();
        }

        @Override
        public long line() {
            return line;
        }

        @Override
        public boolean isBlank() {
            return false;
        }

        @Override
        public String raw() {
            Map<String, String> texts = new TreeMap<>();
            cells.forEach((label, value) ->
                    texts.put(label, value == null ? "" : Cells.text(value).strip()));
            return texts.toString();
        }

        @Override
        public long column(int position) {
            return position + 1L;
        }
    }
}
