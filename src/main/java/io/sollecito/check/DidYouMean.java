package io.sollecito.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody probably meant to write. */
final class DidYouMean {

    private DidYouMean() {}

    /** {@code Did you mean 'x'? } when a known word is near enough, else nothing; to be followed by another sentence. */
    static String hint(String written, Collection<String> known) {
        return nearest(written, known)
                .map(word -> "Did you mean '" + word + "'? ")
                .orElse("");
    }

    /** The known word that differs in at most a third of its letters (two in short words), else one begun alike. */
    static Optional<String> nearest(String written, Collection<String> known) {
        int limit = Math.max(2, written.length() / 3);
        return known.stream()
                .filter(word -> distance(written, word) <= limit)
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .or(() -> known.stream()
                        .filter(word -> written.length() > 2 && word.startsWith(written))
                        .min(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance, capital letters not counted. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[b.length()];
    }
}
