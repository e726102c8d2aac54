package io.sollecito.bank.text;

import java.util.regex.Pattern;

/**
 * Text that a format wraps into fields of a fixed width, wherever a word happens to end: fields are put together as they
 * are, padding included, and runs of blanks are one. Holds a bounded length.
 */
public final class WrappedText {

    /** No more characters than this are kept. */
    public static final int MOST = 16 * 1024;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final StringBuilder text = new StringBuilder();
    private boolean cut;

    /** Adds a field in its full width, which the next one continues. */
    public void field(String field) {
        if (text.length() + field.length() > MOST) {
            cut |= !field.isBlank();
        } else {
            text.append(field);
        }
    }

    /** Adds a text of its own; null adds nothing. */
    public void words(String words) {
        if (words != null) {
            field(" " + words + " ");
        }
    }

    /** Whether there was more than is kept. */
    public boolean cut() {
        return cut;
    }

    /** All of it; null when it is blank. */
    public String value() {
        String value = BLANKS.matcher(text).replaceAll(" ").strip();
        return value.isEmpty() ? null : value;
    }
}
