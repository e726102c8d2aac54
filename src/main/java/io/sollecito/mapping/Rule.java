package io.sollecito.mapping;

/** Makes one value of a row; null when the row has none. */
@FunctionalInterface
interface Rule<T> {

    T of(Row row) throws CellProblem;
}
