package io.sollecito.bank;

import io.sollecito.bank.text.FixedRecord;

/** A file cannot be read on: nothing of it counts. */
public final class DamagedFile extends Exception {

    private final long line;
    private final long column;

    public DamagedFile(long line, long column, String message) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    /** Damaged at a position of a record, from 1. */
    public static DamagedFile at(FixedRecord record, int position, String message) {
        return new DamagedFile(record.line(), record.column(position), message);
    }

    long line() {
        return line;
    }

    long column() {
        return column;
    }
}
