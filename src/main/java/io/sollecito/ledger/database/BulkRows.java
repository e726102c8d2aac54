package io.sollecito.ledger.database;

/** Writes many rows of text values into stage tables, in the transaction under way. */
public interface BulkRows extends AutoCloseable {

    /** Adds a row; the values are in the order of the table's columns, null for none. */
    void add(TemporaryTable table, String[] row);

    /** Leaves the connection free for other statements; rows may still be buffered. */
    void pause();

    /** Writes what is buffered. */
    void flush();

    /** Abandons what is not written. */
    @Override
    void close();
}
