package io.sollecito.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** Structured creditor references (ISO 11649): RF, two check digits, up to 21 letters and digits. */
public final class CreditorReference {

    private static final String OURS = "SOL";
    private static final Pattern BODY = Pattern.compile("[0-9A-Z]{1,21}");

    private CreditorReference() {}

    /** The reference of our reminder with that number; it names this one set of items and is never used again. */
    public static String ofReminder(long number) {
        return of(OURS + padded(number, 9));
    }

    /** @param body 1 to 21 letters and digits */
    public static String of(String body) {
        String clean = body.toUpperCase(Locale.ROOT);
        if (!BODY.matcher(clean).matches()) {
            throw new IllegalArgumentException("a creditor reference holds 1 to 21 letters and digits: " + body);
        }
        return "RF" + padded(98 - Mod97.remainder(clean + "RF00"), 2) + clean;
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** Whether the text, blanks aside, is a reference whose check digits fit. */
    public static boolean isValid(String text) {
        String clean = text == null ? "" : text.replace(" ", "").toUpperCase(Locale.ROOT);
        return clean.matches("RF[0-9]{2}[0-9A-Z]{1,21}") && Mod97.fits(clean);
    }
}
