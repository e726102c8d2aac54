package io.sollecito.mapping;

import io.sollecito.mapping.RowMapper.LeftOut;
import io.sollecito.mapping.RowMapper.Made;
import io.sollecito.mapping.RowMapper.Refused;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import java.util.ArrayList;
import java.util.HashMap;
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
        List<String> labels = null;
        int[] bound = null;
        long line = 0;
        while (rows.hasNext()) {
            Map<String, Object> cells = rows.next();
            line++;
            if (bound == null) {
                labels = List.copyOf(cells.keySet());
                bound = bind(labels);
            }
            sink.accept(outcome(new SqlRow(cells, labels, bound), line));
        }
    }

    private Outcome outcome(SqlRow row, long line) {
        RowMapper.Result result = RowMapper.map(set, row, scope, line);
        if (result instanceof Made made) {
            return new Outcome.Mapped(made.canonical(), line, true);
        }
        if (result instanceof LeftOut leftOut) {
            return new Outcome.Filtered(leftOut.filter(), leftOut.key(), line);
        }
        Refused refused = (Refused) result;
        CellProblem cell = refused.problem();
        int position = cell.place().slot() < 0 ? -1 : row.bound[cell.place().slot()];
        String raw = Shown.record(new TreeMap<>(row.texts()).toString());
        Problem problem = new Problem(
                name,
                line,
                position + 1,
                Shown.message(cell, position < 0 ? null : row.labels.get(position)),
                raw,
                "Correct the row in the source, or the mapping.");
        return new Outcome.Quarantined(problem, cell.place().field(), Shown.value(cell.value()), refused.key(), raw);
    }

    private int[] bind(List<String> labels) {
        Map<String, Integer> positions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < labels.size(); i++) {
            positions.put(labels.get(i), i);
        }
        int[] bound = set.columns().bind(positions);
        List<Problem> missing = new ArrayList<>();
        for (int slot = 0; slot < bound.length; slot++) {
            if (bound[slot] == Columns.MISSING) {
                missing.add(set.where()
                        .problem(
                                "the query delivers no column "
                                        + set.columns().get(slot).described(),
                                "It delivers: " + String.join(", ", labels) + "."));
            }
        }
        if (!missing.isEmpty()) {
            throw new ProblemsFound(missing);
        }
        return bound;
    }

    private record SqlRow(Map<String, Object> cells, List<String> labels, int[] bound) implements Row {

        @Override
        public Object cell(int slot) {
            if (slot < 0 || bound[slot] < 0) {
                return null;
            }
            Object value = cells.get(labels.get(bound[slot]));
            return value instanceof CharSequence text ? Cells.stripped(text, 0, text.length()) : value;
        }

        @Override
        public boolean has(int slot) {
            return true;
        }

        @Override
        public Map<String, String> texts() {
            Map<String, String> texts = new HashMap<>();
            cells.forEach((label, value) ->
                    texts.put(label, value == null ? "" : Cells.text(value).strip()));
            return texts;
        }
    }
}
