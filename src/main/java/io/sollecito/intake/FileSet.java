package io.sollecito.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Files that are only complete together: {@code ITEMS_*.csv, DEBTORS_*.csv} belong together where the star stands for the
 * same text, such as a day.
 */
public final class FileSet {

    /** Every file is complete alone. */
    public static final FileSet NONE = new FileSet(List.of());

    private record Name(String before, String after) {
        boolean matches(String fileName) {
            return fileName.length() > before.length() + after.length()
                    && fileName.startsWith(before)
                    && fileName.endsWith(after);
        }

        String star(String fileName) {
            return fileName.substring(before.length(), fileName.length() - after.length());
        }
    }

    private final List<Name> names;

    private FileSet(List<Name> names) {
        this.names = names;
    }

    /**
     * Reads names with one star each, separated by commas; a blank text is {@link #NONE}.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    public static FileSet parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        List<Name> names = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            String[] parts = each.strip().split("\\*", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("'" + each.strip() + "' has not one star");
            }
            names.add(new Name(parts[0], parts[1]));
        }
        if (names.size() < 2) {
            throw new IllegalArgumentException("it names one kind of file only");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("it names one kind of file twice");
        }
        return new FileSet(List.copyOf(names));
    }

    /** The files without which a file of that name is not complete. */
    public List<String> othersOf(String fileName) {
        return names.stream()
                .filter(name -> name.matches(fileName))
                .findFirst()
                .map(own -> names.stream()
                        .filter(name -> !name.equals(own))
                        .map(name -> name.before() + own.star(fileName) + name.after())
                        .toList())
                .orElse(List.of());
    }
}
