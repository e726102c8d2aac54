package io.sollecito.reconciliation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Company names compared without accents, case, word order and legal form. */
final class Names {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "GMBH", "AG", "KG", "OHG", "UG", "MBH", "CO", "SE", "EK", "SRL", "SPA", "SNC", "SAS", "SARL", "SA", "EURL",
            "LTD", "LIMITED", "LLC", "INC", "PLC", "BV", "NV", "SL", "SLU", "AB", "AS", "OY", "APS", "COMPANY");

    private Names() {}

    /** The same for the same company however it is written; null for a name without a telling word. */
    static String key(String name) {
        if (name == null) {
            return null;
        }
        String key = Arrays.stream(plain(name)
                        .replaceAll("(?<=\\b[A-Z])\\.\\s?(?=[A-Z]\\b)", "")
                        .split("[^A-Z0-9]+"))
                .filter(word -> !word.isEmpty() && !LEGAL_FORMS.contains(word))
                .sorted()
                .collect(Collectors.joining(" "));
        return key.length() < 3 ? null : key;
    }

    /** Upper case without accents. */
    static String plain(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < upper.length(); i++) {
            if (upper.charAt(i) > 127) {
                return Normalizer.normalize(upper, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
            }
        }
        return upper;
    }
}
