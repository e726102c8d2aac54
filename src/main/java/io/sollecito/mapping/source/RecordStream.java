package io.sollecito.mapping.source;

import java.io.IOException;
import java.util.List;

/** The records of one file or query, one after another in constant memory. */
public interface RecordStream extends AutoCloseable {

    /** Goes on to the next record; false at the end. */
    boolean next() throws IOException, BrokenSource;

    /** The record now read. */
    SourceRecord current();

    /** Which of the record sets' paths the record now read stands at. */
    default int lane() {
        return 0;
    }

    /** The columns' names when the source itself knows them before the first record; else null. */
    default List<String> captions() {
        return null;
    }

    /** From now on only the cells of these positions are asked for. */
    default void want(boolean[] positions) {}

    /** Whether a record may have fewer or more cells than there are captions. */
    default boolean isRagged() {
        return false;
    }

    @Override
    void close() throws IOException;
}
