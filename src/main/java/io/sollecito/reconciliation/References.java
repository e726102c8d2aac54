package io.sollecito.reconciliation;

import io.sollecito.model.BelgianReference;
import io.sollecito.model.CreditorReference;
import io.sollecito.model.Mod97;
import io.sollecito.model.SwissReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Structured references and their check digits: ISO 11649 (RF), the Swiss QR reference, the Belgian OGM, IBANs. */
public final class References {

    private static final Pattern RF_IN_TEXT = Pattern.compile("(?<![A-Z0-9])RF\\d{2}(?: ?[A-Z0-9]){1,21}(?![A-Z0-9])");
    private static final Pattern OGM_IN_TEXT = Pattern.compile("(?<!\\d)\\d{3}/\\d{4}/\\d{5}(?!\\d)");
    private static final Pattern QRR_IN_TEXT = Pattern.compile("(?<!\\d)\\d{2}(?: ?\\d{5}){5}(?!\\d)");
    private static final Pattern RF = Pattern.compile("RF\\d{2}.*");
    private static final Pattern QRR = Pattern.compile("\\d{27}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final int OGM_DIGITS = 12;
    private static final int QRR_DIGITS = 27;

    private References() {}

    /** Upper case without blanks and separators; null stays null. */
    public static String normalized(String reference) {
        return reference == null ? null : String.join("", Numbers.atoms(reference.toUpperCase(Locale.ROOT)));
    }

    /** Under which a reference is looked up: normalized, without the leading zeros that people leave out; null stays null. */
    static String key(String reference) {
        String normalized = normalized(reference);
        return normalized == null ? null : Numbers.withoutZeros(normalized);
    }

    /** Whether the check digits of a normalized reference hold; references of unknown kinds have none to fail. */
    public static boolean holds(String reference) {
        if (RF.matcher(reference).matches()) {
            return CreditorReference.isValid(reference);
        }
        return !QRR.matcher(reference).matches() || SwissReference.isValid(reference);
    }

    /** The valid ISO 11649 references in a free text, printed in groups or not, and Belgian ones with their slashes. */
    static List<String> inText(String text) {
        List<String> found = new ArrayList<>();
        if (text == null) {
            return found;
        }
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        if (digits >= OGM_DIGITS && text.indexOf('/') >= 0) {
            OGM_IN_TEXT
                    .matcher(text)
                    .results()
                    .map(printed -> printed.group())
                    .filter(BelgianReference::isValid)
                    .forEach(printed -> found.add(normalized(printed)));
        }
        if (digits >= QRR_DIGITS) {
            QRR_IN_TEXT
                    .matcher(text)
                    .results()
                    .map(printed -> printed.group().replace(" ", ""))
                    .filter(SwissReference::isValid)
                    .forEach(found::add);
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
        return IBAN.matcher(text).matches() && Mod97.fits(text);
    }
}
