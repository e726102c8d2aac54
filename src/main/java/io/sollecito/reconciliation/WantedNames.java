package io.sollecito.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of those who paid, found by the name of a debtor that streams past. */
final class WantedNames {

    static final WantedNames NONE = new WantedNames();

    /** Less alike than this is another name. */
    static final double LEAST = 0.6;

    /** A word that more names have does not tell them apart. */
    private static final int MOST_ALIKE = 40;

    private static final int STEM = 4;

    private final Map<String, NameLikeness> names = new HashMap<>();
    private final Map<String, List<String>> byKey = new HashMap<>();
    private final Map<String, List<String>> byStem = new HashMap<>();

    void add(String name) {
        List<String> words = name == null ? List.of() : Names.words(name);
        List<String> telling = Names.telling(words);
        String key = Names.key(telling);
        String id = key == null ? null : id(words);
        if (id == null || names.containsKey(id)) {
            return;
        }
        names.put(id, NameLikeness.of(words));
        byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(id);
        telling.stream().map(WantedNames::stem).distinct().forEach(stem -> {
            List<String> alike = byStem.computeIfAbsent(stem, s -> new ArrayList<>(1));
            if (alike.size() <= MOST_ALIKE) {
                alike.add(id);
            }
        });
    }

    /** The same for names that are written with the same words; null for a name without a telling word. */
    static String id(String name) {
        List<String> words = name == null ? List.of() : Names.words(name);
        return Names.key(Names.telling(words)) == null ? null : id(words);
    }

    private static String id(List<String> words) {
        return String.join(" ", words);
    }

    /** The ids of the names that may be this debtor's, with how much they are alike. */
    Map<String, Double> like(String debtorName) {
        if (debtorName == null || names.isEmpty()) {
            return Map.of();
        }
        NameLikeness debtor = NameLikeness.of(Names.words(debtorName));
        String key = Names.key(debtor.words());
        if (key == null) {
            return Map.of();
        }
        Map<String, Double> found = new LinkedHashMap<>(2);
        byKey.getOrDefault(key, List.of()).forEach(id -> compare(id, debtor, found));
        for (String word : debtor.words()) {
            List<String> alike = byStem.getOrDefault(stem(word), List.of());
            if (alike.size() <= MOST_ALIKE) {
                alike.forEach(id -> compare(id, debtor, found));
            }
        }
        return found;
    }

    private void compare(String id, NameLikeness debtor, Map<String, Double> found) {
        if (!found.containsKey(id)) {
            double likeness = names.get(id).of(debtor);
            if (likeness >= LEAST) {
                found.put(id, likeness);
            }
        }
    }

    private static String stem(String word) {
        return word.length() <= STEM || Numbers.hasDigit(word) ? word : word.substring(0, STEM);
    }
}
