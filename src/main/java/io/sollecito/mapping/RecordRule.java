package io.sollecito.mapping;

import io.sollecito.model.Canonical;

/** Makes a canonical record of a row. */
interface RecordRule {

    Canonical of(Row row, Scope scope, long line) throws CellProblem;

    /** The record's key: an item's key or a debtor's number. */
    String key(Row row) throws CellProblem;
}
