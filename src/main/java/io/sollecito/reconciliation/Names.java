package io.sollecito.reconciliation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Company names compared without accents, case, word order and legal form. */
final class Names {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "GMBH", "AG", "KG", "OHG", "UG", "MBH", "CO", "SE", "EK", "EV", "EG", "GBR", "KGAA", "SRL", "SRLS", "SPA",
            "SNC", "SAS", "SAPA", "SCARL", "SCRL", "SASU", "SARL", "SA", "EURL", "SCI", "LTD", "LIMITED", "LLC", "LLP",
            "INC", "CORP", "PLC", "BV", "NV", "SL", "SLU", "AB", "AS", "OY", "APS", "COMPANY");

    private static final Set<String> CONNECTING = Set.of("E", "ED", "UND", "U", "AND", "ET", "THE", "C");

    /** The dots of S.p.A. */
    private static final Pattern ABBREVIATION = Pattern.compile("(?<=\\b[A-Z])\\.\\s?(?=[A-Z]\\b)");

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");

    private Names() {}

    /** The same for the same company however it is written; null for a name without a telling word. */
    static String key(String name) {
        return name == null ? null : key(telling(words(name)));
    }

    /** The same of its telling words. */
    static String key(List<String> telling) {
        String key =
                telling.size() == 1 ? telling.get(0) : telling.stream().sorted().collect(Collectors.joining(" "));
        return key.length() < 3 ? null : key;
    }

    /** The words of a name as they stand, the legal form among them. */
    static List<String> words(String name) {
        String plain = plain(name);
        String joined =
                plain.indexOf('.') < 0 ? plain : ABBREVIATION.matcher(plain).replaceAll("");
        List<String> words = new ArrayList<>();
        boolean letterBefore = false;
        for (String atom : Numbers.atoms(joined)) {
            boolean letter = atom.length() == 1 && Character.isLetter(atom.charAt(0));
            if (letter && letterBefore) {
                words.set(words.size() - 1, words.get(words.size() - 1) + atom);
            } else {
                words.add(atom.length() < 4 ? atom : withoutUmlauts(atom));
            }
            letterBefore = letter;
        }
        return words;
    }

    /** The words that tell one company from another. */
    static List<String> telling(List<String> words) {
        List<String> telling = new ArrayList<>(words.size());
        for (String word : words) {
            if (!LEGAL_FORMS.contains(word) && !CONNECTING.contains(word)) {
                telling.add(word);
            }
        }
        return telling;
    }

    static Set<String> legalForms(List<String> words) {
        Set<String> forms = Set.of();
        for (String word : words) {
            if (LEGAL_FORMS.contains(word)) {
                forms = forms.isEmpty() ? new HashSet<>(2) : forms;
                forms.add(word);
            }
        }
        return forms;
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

    /** Müller is written MUELLER by banks that know no umlauts, and MULLER by others. */
    private static String withoutUmlauts(String word) {
        return word.indexOf('E') < 0
                ? word
                : word.replace("AE", "A").replace("OE", "O").replace("UE", "U");
    }
}
