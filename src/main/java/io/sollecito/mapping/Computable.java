package io.sollecito.mapping;

/** A value that the source may state, or the mapping compute. */
interface Computable {

    boolean isComputed(Row row) throws CellProblem;
}
