package io.sollecito.bank;

/** Writes records whose fields stand at fixed positions, for tests; positions count from 1. */
public final class FixedLine {

    private final StringBuilder text;

    public FixedLine(int length) {
        text = new StringBuilder(" ".repeat(length));
    }

    public FixedLine at(int position, String field) {
        text.replace(position - 1, position - 1 + field.length(), field);
        return this;
    }

    /** A number filled with zeros. */
    public FixedLine at(int position, int width, long number) {
        String digits = Long.toString(number);
        return at(position, "0".repeat(width - digits.length()) + digits);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
