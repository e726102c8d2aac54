package io.sollecito.ledger.database;

import java.util.List;

/** A table that is gone at the end of the transaction that made it. */
public interface TemporaryTable {

    String tableName();

    /** The columns with their types, as in a create statement. */
    String columns();

    /** Columns, parted by commas, that H2 needs an index on each. */
    List<String> keys();
}
