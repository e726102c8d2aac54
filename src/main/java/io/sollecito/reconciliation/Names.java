package io.sollecito.reconciliation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Company names compared without accents, case, word order and legal form. */
final class Names {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "GMBH", "AG", "KG", "OHG", "UG", "MBH", "CO", "SE", "EK", "SRL", "SPA", "SNC", "SAS", "SARL", "SA", "EURL",
            "LTD", "LIMITED", "LLC", "INC", "PLC", "BV", "NV", "SL", "SLU", "AB", "AS", "OY", "APS", "COMPANY");

    /** The dots of S.p.A. */
    private static final Pattern ABBREVIATION = Pattern.compile("(?<=\\b[A-Z])\\.\\s?(?=[A-Z]\\b)");

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");

    private Names() {}

    /** The same for the same company however it is written; null for a name without a telling word. */
    static String key(String name) {
        if (name == null) {
            return null;
        }
        String plain = plain(name);
        String joined =
                plain.indexOf('.') < 0 ? plain : ABBREVIATION.matcher(plain).replaceAll("");
        String key = Numbers.atoms(joined).stream()
                .filter(word -> !LEGAL_FORMS.contains(word))
                .sorted()
                .collect(Collectors.joining(" "));
        return key.length() < 3 ? null : key;
    }

    /** Upper case without accents. */
    static String plain(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < upper.length(); i++) {
            if (upper.charAt(i) > 127) {
                return ACCENT.matcher(Normalizer.normalize(upper, Normalizer.Form.NFKD))
                        .replaceAll("");
            }
        }
        return upper;
    }
}
