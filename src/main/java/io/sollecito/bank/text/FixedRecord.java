package io.sollecito.bank.text;

/**
 * One record of a format whose fields stand at fixed positions. Positions count from 1 and include their end, as the
 * formats' descriptions print them; what a record lacks at its end is blank.
 *
 * @param text without control characters
 * @param line of the file
 * @param before how many characters of the line come before the record; -1 when it lacks its first
 */
public record FixedRecord(String text, long line, int before) {

    /** The characters at these positions, padded with blanks. */
    public String field(int from, int to) {
        int width = to - from + 1;
        String found = from > text.length() ? "" : text.substring(from - 1, Math.min(to, text.length()));
        return found.length() == width ? found : found + " ".repeat(width - found.length());
    }

    /** The field without blanks around it; null when nothing is left. */
    public String value(int from, int to) {
        String value = field(from, to).strip();
        return value.isEmpty() ? null : value;
    }

    public char at(int position) {
        return position > text.length() ? ' ' : text.charAt(position - 1);
    }

    public boolean is(String code) {
        return text.startsWith(code);
    }

    /** The column of the file's line at which the position stands. */
    public long column(int position) {
        return Math.max(1, (long) before + position);
    }
}
