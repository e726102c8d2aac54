package io.sollecito.model;

import java.util.regex.Pattern;

/** Texts of others as one line: no control character of theirs reaches a terminal, a log, a header or a table. */
public final class OneLine {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private OneLine() {}

    /** The text with a blank for each run of control characters and line breaks; null is the empty text. */
    public static String of(String text) {
        return text == null ? "" : BREAKS.matcher(text).replaceAll(" ");
    }

    /** That without blanks around it, cut to at most so many characters. */
    public static String of(String text, int most) {
        String line = of(text).strip();
        return line.length() <= most ? line : line.substring(0, most);
    }
}
