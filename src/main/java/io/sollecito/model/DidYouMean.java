package io.sollecito.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody probably meant to write. */
public final class DidYouMean {

    private DidYouMean() {}

    /** {@code Did you mean 'x'? } when a known word is near enough, else nothing; to be followed by another sentence. */
    public static String hint(String written, Collection<String> known) {
        return nearest(written, known)
                .map(word -> "Did you mean '" + word + "'? ")
                .orElse("");
    }

    /** The known word that differs in at most a third of its letters (two in short words), else one begun alike. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        int limit = Math.max(2, written.length() / 3);
        return known.stream()
                .filter(word -> distance(written, word) <= limit)
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .or(() -> known.stream()
                        .filter(word -> written.length() > 2 && word.startsWith(written))
                        .min(Comparator.naturalOrder()));
    }

    /** Capital letters do not count. */
    private static int distance(String one, String other) {
        return EditDistance.between(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }
}
