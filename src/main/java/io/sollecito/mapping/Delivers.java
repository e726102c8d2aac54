package io.sollecito.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the exports are that a mapping reads: all that is open, or what changed, or the connection says which (law 4). */
public enum Delivers {
    SNAPSHOT,
    DELTA,
    EITHER;

    /** The words of mapping files. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(Delivers::word).toList();

    /** The words of routes, which say what nobody else decides. */
    public static final List<String> WORDS_OF_ROUTES = List.of(SNAPSHOT.word(), DELTA.word());

    /** As mapping files and the ledger write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null for another word. */
    static Delivers of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}
