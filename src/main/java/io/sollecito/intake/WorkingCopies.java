package io.sollecito.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Local copies of what comes in pieces, under names of our own. What a crash left is removed at the next start. */
public final class WorkingCopies {

    private static final String PREFIX = "copy-";

    private final Path folder;

    /** @param folder that no other hub uses */
    public WorkingCopies(Path folder) {
        this.folder = folder;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> left = Files.list(folder)) {
                for (Path file : left.toList()) {
                    if (file.getFileName().toString().startsWith(PREFIX)) {
                        Files.delete(file);
                    }
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** A new empty file; who asked for it removes it. */
    public Path create() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, PREFIX, null);
    }
}
