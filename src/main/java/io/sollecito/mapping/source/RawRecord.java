package io.sollecito.mapping.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A CSV record as it stands in the file.
 *
 * @param text without the line break at its end
 * @param starts where each cell starts, in characters from 0
 * @param strayCell the first cell with characters after its closing quote, or -1
 */
record RawRecord(String text, List<Integer> starts, int strayCell) {

    /** Reads the record that {@code source} begins with. */
    static RawRecord read(CharSequence source, char separator, char quote) {
        List<Integer> starts = new ArrayList<>();
        int stray = -1;
        int at = 0;
        boolean more = true;
        while (more) {
            starts.add(at);
            if (quote != 0 && at < source.length() && source.charAt(at) == quote) {
                at = afterQuoted(source, at + 1, quote);
                if (stray < 0
                        && at < source.length()
                        && source.charAt(at) != separator
                        && !isBreak(source.charAt(at))) {
                    stray = starts.size() - 1;
                }
            }
            while (at < source.length() && source.charAt(at) != separator && !isBreak(source.charAt(at))) {
                at++;
            }
            more = at < source.length() && source.charAt(at) == separator;
            if (more) {
                at++;
            }
        }
        return new RawRecord(source.subSequence(0, at).toString(), starts, stray);
    }

    /** The character position of a cell, from 1. */
    int column(int cell) {
        int start = cell < starts.size() ? starts.get(cell) : text.length();
        return text.codePointCount(0, start) + 1;
    }

    private static int afterQuoted(CharSequence source, int from, char quote) {
        int at = from;
        while (at < source.length()) {
            if (source.charAt(at) == quote) {
                if (at + 1 >= source.length() || source.charAt(at + 1) != quote) {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return at;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
