package io.sollecito.bank;

/** A file cannot be read on: nothing of it counts. */
public final class DamagedFile extends Exception {

    private final long line;
    private final long column;

    public DamagedFile(long line, long column, String message) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    long line() {
        return line;
    }

    long column() {
        return column;
    }
}
