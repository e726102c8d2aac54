package io.sollecito.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Belgian structured communications (OGM, VCS): ten digits and two check digits, printed +++090/9337/55493+++. */
public final class BelgianReference {

    private static final int MODULUS = 97;
    private static final long LARGEST = 9_999_999_999L;
    private static final Pattern PRINTED = Pattern.compile("([0-9]{3})/?([0-9]{4})/?([0-9]{5})");

    private BelgianReference() {}

    /** @param number of at most ten digits */
    public static String of(long number) {
        if (number < 0 || number > LARGEST) {
            throw new IllegalArgumentException("a Belgian reference holds at most ten digits: " + number);
        }
        return String.format(Locale.ROOT, "%010d%02d", number, check(number));
    }

    /** Whether the text, plus signs or asterisks and slashes aside, is a reference whose check digits fit. */
    public static boolean isValid(String text) {
        String digits = text == null ? "" : text.replaceAll("[+*/ ]", "");
        return digits.matches("[0-9]{12}")
                && check(Long.parseLong(digits.substring(0, 10))) == Integer.parseInt(digits.substring(10));
    }

    /** As people copy it. */
    public static String printed(String reference) {
        Matcher parts = PRINTED.matcher(reference);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a Belgian reference: " + reference);
        }
        return "+++" + parts.group(1) + "/" + parts.group(2) + "/" + parts.group(3) + "+++";
    }

    private static int check(long number) {
        int rest = (int) (number % MODULUS);
        return rest == 0 ? MODULUS : rest;
    }
}
