package io.sollecito.truth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Phrases under headings, from a file of one part: {@code [heading]}, then one phrase a line. */
record Words(Map<String, List<String>> phrases) {

    static Words of(String part, String file) {
        String name = "/truth/" + part + "/" + file + ".txt";
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            Map<String, List<String>> phrases = new LinkedHashMap<>();
            List<String> current = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.matches("\\[[a-z-]+]")) {
                    current = phrases.computeIfAbsent(line.substring(1, line.length() - 1), h -> new ArrayList<>());
                } else if (!line.isBlank()) {
                    current.add(line);
                }
            }
            return new Words(phrases);
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    Set<String> headings() {
        return phrases.keySet();
    }

    List<String> under(String heading) {
        List<String> found = phrases.get(heading);
        if (found == null) {
            throw new IllegalArgumentException("no phrases under " + heading);
        }
        return found;
    }

    String any(String heading, Random random) {
        List<String> found = under(heading);
        return found.get(random.nextInt(found.size()));
    }
}
