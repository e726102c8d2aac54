package io.sollecito.mapping;

import io.sollecito.expression.Condition;
import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.model.Canonical;
import java.util.ArrayList;
import java.util.List;

/** Applies one record set to one row: filters first, so that a filtered record is never quarantined. */
final class RowMapper {

    /** Mapped, filtered or refused. */
    sealed interface Result {}

    record Made(Canonical canonical) implements Result {}

    record LeftOut(String filter, String key) implements Result {}

    record Refused(CellProblem problem, String key) implements Result {}

    /** Became part of what was made of another record. */
    record Merged() implements Result {}

    private RowMapper() {}

    static Result map(RecordSet set, Row row, Scope scope, long line) {
        try {
            String filter = set.filteredBy(row);
            if (filter != null) {
                return new LeftOut(filter, set.keyOrNull(row));
            }
            return new Made(set.rule().of(row, scope, line));
        } catch (CellProblem problem) {
            return new Refused(problem, set.keyOrNull(row));
        } catch (Condition.Failed failed) {
            return new Refused(new Place("filter", -1).problem(null, failed.getMessage()), set.keyOrNull(row));
        }
    }

    /** One outcome of a record that several record sets read, by its worst result. */
    static Result worst(List<Result> results) {
        for (Result result : results) {
            if (result instanceof Refused) {
                return result;
            }
        }
        return results.stream().filter(Made.class::isInstance).findFirst().orElse(results.get(0));
    }

    /** The canonical records among the results. */
    static List<Canonical> made(List<Result> results) {
        List<Canonical> records = new ArrayList<>();
        for (Result result : results) {
            if (result instanceof Made made) {
                records.add(made.canonical());
            }
        }
        return records;
    }
}
