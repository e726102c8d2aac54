package io.sollecito.mapping;

import io.sollecito.expression.Condition;
import io.sollecito.mapping.CellProblem.Place;
import java.util.List;

/** The first of several values that is there. */
record FirstOf<T>(Place place, List<Alternative<T>> alternatives) implements Rule<T>, Computable {

    /** @param when in which records it comes into question, or null for all */
    record Alternative<T>(RecordFilter.Test when, Rule<T> rule) {}

    @Override
    public T of(Row row) throws CellProblem {
        Alternative<T> taken = taken(row);
        return taken == null ? null : taken.rule().of(row);
    }

    @Override
    public boolean isComputed(Row row) throws CellProblem {
        Alternative<T> taken = taken(row);
        return taken != null && taken.rule() instanceof Computable computable && computable.isComputed(row);
    }

    private Alternative<T> taken(Row row) throws CellProblem {
        try {
            for (Alternative<T> each : alternatives) {
                if ((each.when() == null || each.when().holds(row))
                        && each.rule().of(row) != null) {
                    return each;
                }
            }
            return null;
        } catch (Condition.Failed failed) {
            throw place.problem(null, failed.getMessage());
        }
    }
}
