package io.sollecito.mapping.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** Cells as texts, numbers and dates; SQL values keep their types. */
public final class Cells {

    /** Longest cell, in characters. */
    public static final int LONGEST = 64 * 1024;

    private Cells() {}

    public static String text(Object cell) {
        if (cell instanceof String text) {
            return text;
        }
        return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }

    /** The exact number of an SQL value, or null; floating-point values are not exact. */
    public static BigDecimal exactNumber(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number;
        }
        if (cell instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        return cell instanceof Long || cell instanceof Integer || cell instanceof Short
                ? BigDecimal.valueOf(((Number) cell).longValue())
                : null;
    }

    /** The day of an SQL date or time stamp, or null for anything else. */
    public static LocalDate date(Object cell) {
        if (cell instanceof java.sql.Date date) {
            return date.toLocalDate();
        }
        if (cell instanceof Timestamp time) {
            return time.toLocalDateTime().toLocalDate();
        }
        if (cell instanceof LocalDateTime time) {
            return time.toLocalDate();
        }
        if (cell instanceof OffsetDateTime time) {
            return time.toLocalDate();
        }
        return cell instanceof LocalDate date ? date : null;
    }

    /** Stripped of white space and no-break spaces; null when nothing is left. */
    public static String stripped(CharSequence text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return from == to ? null : text.subSequence(from, to).toString();
    }

    public static boolean isSpace(char c) {
        return c <= ' ' ? c == ' ' || c == '\t' || c == '\n' || c == '\r' : c == '\u00a0' || c == '\u202f';
    }
}
