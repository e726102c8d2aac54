package io.sollecito.truth;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names as a clerk compares them, and as banks can write them. */
final class Names {

    private static final Set<String> SAYS_NOTHING = Set.of(
            "srl", "spa", "snc", "sas", "srls", "scarl", "coop", "sa", "sarl", "sasu", "eurl", "sci", "gmbh", "ag",
            "kg", "ohg", "ug", "ek", "co", "gbr", "ltd", "limited", "plc", "llp", "cie", "ets", "ditta", "e", "et",
            "und", "and", "di", "de", "the", "societa", "societe", "mbh", "c", "k", "f", "fils", "figli", "sohne",
            "soehne");

    private Names() {}

    /** The words that tell one name from another. */
    static Set<String> words(String name) {
        return Arrays.stream(transliterated(name)
                        .toLowerCase(Locale.ROOT)
                        .replace(".", "")
                        .split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty() && !SAYS_NOTHING.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether both may be one, as far as a clerk can see: all words of one stand in the other, cut short or not. */
    static boolean maybeSame(Set<String> one, Set<String> other) {
        return !one.isEmpty() && !other.isEmpty() && (within(one, other) || within(other, one));
    }

    private static boolean within(Set<String> small, Set<String> large) {
        return small.stream()
                .allMatch(word -> large.contains(word)
                        || (word.length() > 3
                                && large.stream().anyMatch(o -> o.startsWith(word) || word.startsWith(o))));
    }

    /** In the letters that banks transmit. */
    static String transliterated(String text) {
        String german = text.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "AE")
                .replace("Ö", "OE")
                .replace("Ü", "UE")
                .replace("ß", "ss");
        return Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
