package io.sollecito.delivery.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A folder that was new or empty, in which no file replaces another. */
final class PreviewFolder {

    private static final int LONGEST_PART = 60;

    private final Path folder;
    private final Set<String> taken = new HashSet<>();

    private PreviewFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @throws IllegalArgumentException when it holds anything, or is no folder
     * @throws UncheckedIOException when it cannot be made or read
     */
    static PreviewFolder of(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is a file: name a new or empty folder.");
        }
        try {
            Files.createDirectories(folder);
            try (Stream<Path> children = Files.list(folder)) {
                if (children.findAny().isPresent()) {
                    throw new IllegalArgumentException(folder + " is not empty: name a new or empty folder.");
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new PreviewFolder(folder);
    }

    /** A name that no other message has, whatever the parts hold: they come from outside. */
    String name(String debtor, String step, String channel) {
        String wanted = part(debtor) + "_" + part(step) + "_" + part(channel);
        String name = wanted;
        for (int next = 2; !taken.add(name.toLowerCase(Locale.ROOT)); next++) {
            name = wanted + "_" + next;
        }
        return name;
    }

    Path write(String file, byte[] bytes) {
        try {
            return Files.write(folder.resolve(file), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private static String part(String text) {
        String safe = text.replaceAll("[^A-Za-z0-9-]+", "-");
        return safe.length() <= LONGEST_PART ? safe : safe.substring(0, LONGEST_PART);
    }
}
