package io.sollecito.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells references from the words that banks write where there is none. */
public final class Telling {

    private static final Set<String> PLACEHOLDERS = Set.of(
            "NONREF",
            "NOREF",
            "NOREFERENCE",
            "NOTPROVIDED",
            "NOTAVAILABLE",
            "NOTKNOWN",
            "NOTSPECIFIED",
            "UNKNOWN",
            "UNDEFINED",
            "NONE",
            "NULL",
            "NIL",
            "NA");

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern ZEROS = Pattern.compile("0+");

    private Telling() {}

    /** The reference, or null where the text only says that there is none: NONREF, NOTPROVIDED, dashes, zeros. */
    public static String reference(String text) {
        if (text == null || isNumbered(text)) {
            return text;
        }
        String plain = SEPARATORS.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
        return plain.isEmpty() || ZEROS.matcher(plain).matches() || PLACEHOLDERS.contains(plain) ? null : text;
    }

    /** No such word has a digit, and zeros are none of these. */
    private static boolean isNumbered(String text) {
        return text.chars().anyMatch(c -> c >= '1' && c <= '9');
    }
}
