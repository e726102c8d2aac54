package io.sollecito.model;

import java.util.Locale;
import java.util.Set;

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

    private Telling() {}

    /** The reference, or null where the text only says that there is none: NONREF, NOTPROVIDED, dashes, zeros. */
    public static String reference(String text) {
        if (text == null) {
            return null;
        }
        String plain = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return plain.isEmpty() || plain.matches("0+") || PLACEHOLDERS.contains(plain) ? null : text;
    }
}
