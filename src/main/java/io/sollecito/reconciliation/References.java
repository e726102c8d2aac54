package io.sollecito.reconciliation;

import io.sollecito.model.CreditorReference;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Structured references and their check digits: ISO 11649 (RF), the Swiss QR reference (27 digits), IBANs. */
public final class References {

    private static final Pattern RF_IN_TEXT = Pattern.compile("(?<![A-Z0-9])RF\\d{2}(?: ?[A-Z0-9]){1,21}(?![A-Z0-9])");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int[] MOD10 = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};

    private References() {}

    /** Upper case without blanks and separators; null stays null. */
    public static String normalized(String reference) {
        return reference == null ? null : reference.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** Whether the check digits of a normalized reference hold; references of unknown kinds have none to fail. */
    public static boolean holds(String reference) {
        if (reference.matches("RF\\d{2}.*")) {
            return CreditorReference.isValid(reference);
        }
        return !reference.matches("\\d{27}") || isQr(reference);
    }

    /** The valid ISO 11649 references in a free text, printed in groups or not. */
    static List<String> rfIn(String text) {
        List<String> found = new ArrayList<>();
        if (text == null) {
            return found;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        if (!upper.contains("RF")) {
            return found;
        }
        Matcher matcher = RF_IN_TEXT.matcher(upper);
        while (matcher.find()) {
            longestValid(matcher.group()).ifPresent(found::add);
        }
        return found;
    }

    /** A grouped reference may be followed by other words: the longest part that holds is the reference. */
    private static java.util.Optional<String> longestValid(String text) {
        for (String part = text; part.length() > 4; ) {
            String reference = part.replace(" ", "");
            if (CreditorReference.isValid(reference)) {
                return java.util.Optional.of(reference);
            }
            int blank = part.lastIndexOf(' ');
            if (blank < 0) {
                break;
            }
            part = part.substring(0, blank);
        }
        return java.util.Optional.empty();
    }

    static boolean isIban(String text) {
        return text.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}") && isMod97(text);
    }

    private static boolean isMod97(String text) {
        StringBuilder digits = new StringBuilder();
        for (char c : (text.substring(4) + text.substring(0, 4)).toCharArray()) {
            digits.append(Character.digit(c, 36));
        }
        return new BigInteger(digits.toString()).mod(MODULUS).intValue() == 1;
    }

    private static boolean isQr(String reference) {
        int carry = 0;
        for (int i = 0; i < 26; i++) {
            carry = MOD10[(carry + reference.charAt(i) - '0') % 10];
        }
        return (10 - carry) % 10 == reference.charAt(26) - '0';
    }
}
