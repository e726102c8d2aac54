package io.sollecito.mapping;

import io.sollecito.mapping.Columns.Wanted;
import io.sollecito.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns that a mapping asks for and a file does not have, each once. */
final class MissingColumns {

    private static final int MOST_SHOWN = 100;

    private final Map<String, Wanted> wanted = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();

    void add(Wanted column) {
        if (column.asker() == null) {
            add(column.described());
        } else {
            wanted.putIfAbsent(column.described(), column);
        }
    }

    /** A column for which no field of the mapping asks. */
    void add(String described) {
        others.add(described);
    }

    boolean isEmpty() {
        return wanted.isEmpty() && others.isEmpty();
    }

    /** The header is none of this mapping's: told where the mapping asks for each of them. */
    Unreadable in(String file, long line, List<String> captions) {
        String has = "It has: "
                + captions.stream()
                        .limit(MOST_SHOWN)
                        .map(caption -> "'" + Shown.value(caption) + "'")
                        .collect(Collectors.joining(", "))
                + ".";
        List<String> described = new ArrayList<>(others);
        wanted.values().forEach(column -> described.add(column.describedWithLine()));
        Problem whole = new Problem(
                file,
                line,
                0,
                "does not have the columns "
                        + described.stream().distinct().sorted().collect(Collectors.joining(", ")),
                null,
                has + " Compare with the mapping.");
        List<Problem> places = new ArrayList<>();
        wanted.values().stream()
                .sorted(Comparator.comparingInt(
                                (Wanted column) -> column.asker().line())
                        .thenComparingInt(column -> column.asker().column()))
                .forEach(column -> places.add(
                        column.asker().problem(column.described() + " is no column of " + file + ":" + line, has)));
        return others.isEmpty() ? new Unreadable(whole, places) : new Unreadable(whole);
    }
}
