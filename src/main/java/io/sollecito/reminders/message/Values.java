package io.sollecito.reminders.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Collects values for a template. What comes from outside is made one clean line; an empty value is left out, or taken away. */
final class Values {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern FOURS = Pattern.compile("(.{4})(?=.)");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
    /** Changes of direction, invisible characters and broken pairs: they could make a line read differently. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\ufffe\\uffff\\p{Cs}]");

    private final Map<String, Object> values = new HashMap<>();

    Values put(Variable variable, String value) {
        String clean = oneLine(value);
        if (clean.isEmpty()) {
            values.remove(variable.tag());
        } else {
            values.put(variable.tag(), clean);
        }
        return this;
    }

    Values flag(Variable variable, boolean on) {
        return put(variable, on ? "yes" : null);
    }

    /** Text of our own, such as a picture's address, that is not cleaned. */
    Values ours(Variable variable, String value) {
        values.put(variable.tag(), value);
        return this;
    }

    Values list(Variable variable, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            values.remove(variable.tag());
        } else {
            values.put(variable.tag(), rows);
        }
        return this;
    }

    Values all(Map<String, ?> others) {
        values.putAll(others);
        return this;
    }

    Map<String, Object> map() {
        return values;
    }

    /** The text without line breaks, control and invisible characters; null becomes empty. */
    static String oneLine(String text) {
        if (text == null) {
            return "";
        }
        if (isClean(text)) {
            return text;
        }
        return BREAKS.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Of Latin letters, digits and signs, with single blanks between them, as most texts are: there is nothing to clean. */
    private static boolean isClean(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean visible = c > ' ' && c < 0x7f || c >= 0xa0 && c < 0x300;
            if (!visible && (c != ' ' || before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    /** A telephone number or citation that stays on one line. */
    static String unbroken(String text) {
        return text == null ? null : BLANKS.matcher(text.strip()).replaceAll("\u00a0");
    }

    /** In groups of four, as IBANs and references are read aloud. */
    static String inFours(String text) {
        return text == null
                ? null
                : FOURS.matcher(BLANKS.matcher(text).replaceAll("")).replaceAll("$1 ");
    }
}
