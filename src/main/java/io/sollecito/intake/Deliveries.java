package io.sollecito.intake;

import io.sollecito.mapping.InputFile;
import io.sollecito.mapping.Unreadable;
import io.sollecito.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that are delivered apart and only complete together: those that others are read with, and those that wait for them;
 * a folder for each connection. The newest are kept.
 */
final class Deliveries {

    /**
     * A file that waits.
     *
     * @param modified its remote time stamp in milliseconds
     * @param export the row that says that it is not complete
     */
    record Waiting(InputFile file, long modified, long export) {}

    private static final int MOST_FILES = 100;
    private static final Pattern PLAIN_NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");
    private static final Pattern KEPT = Pattern.compile("([0-9]+)-([0-9]+)-(.*)");

    private final Path folder;

    Deliveries(Path folder) {
        this.folder = folder;
    }

    /** Keeps a file that others are read with. */
    void came(String connection, InputFile file, long modified) throws IOException, Unreadable {
        keep(folder(connection, "came"), file, modified, 0);
    }

    /** Keeps a file until those come that it is read with. */
    void waits(String connection, Waiting waiting) throws IOException, Unreadable {
        keep(folder(connection, "waiting"), waiting.file(), waiting.modified(), waiting.export());
    }

    /** What others are read with, newest first. */
    List<InputFile> came(String connection) throws IOException {
        return kept(folder(connection, "came")).stream().map(Waiting::file).toList();
    }

    /** What waits, oldest first. */
    List<Waiting> waiting(String connection) throws IOException {
        return kept(folder(connection, "waiting")).stream()
                .sorted(Comparator.comparingLong(Waiting::modified))
                .toList();
    }

    void noLongerWaits(Waiting waiting) throws IOException {
        Files.deleteIfExists(waiting.file().path());
    }

    private Path folder(String connection, String what) {
        return folder.resolve(connection.replaceAll("[^A-Za-z0-9_-]", "_")).resolve(what);
    }

    /** Whole or not at all; the same name again replaces what came before, unless that is newer. */
    private static void keep(Path folder, InputFile file, long modified, long export) throws IOException, Unreadable {
        if (!PLAIN_NAME.matcher(file.name()).matches()) {
            throw new Unreadable(Problem.of(
                    file.name(),
                    "has a name under which it cannot wait for other files",
                    "Deliver them in one archive."));
        }
        List<Waiting> same = kept(folder).stream()
                .filter(each -> each.file().name().equals(file.name()))
                .toList();
        if (same.stream().anyMatch(each -> each.modified() > modified)) {
            return;
        }
        Files.createDirectories(folder);
        Path target = folder.resolve(Math.max(0, modified) + "-" + export + "-" + file.name());
        Path partial = Files.createTempFile(folder, ".partial-", null);
        try {
            Files.copy(file.path(), partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
        for (Waiting older : same) {
            if (!older.file().path().equals(target)) {
                Files.delete(older.file().path());
            }
        }
        List<Waiting> all = kept(folder);
        for (Waiting old : all.subList(Math.min(MOST_FILES, all.size()), all.size())) {
            Files.delete(old.file().path());
        }
    }

    /** Newest first. */
    private static List<Waiting> kept(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Deliveries::waiting)
                    .flatMap(Stream::ofNullable)
                    .sorted(Comparator.comparingLong(Waiting::modified)
                            .reversed()
                            .thenComparing(each -> each.file().name()))
                    .toList();
        }
    }

    private static Waiting waiting(Path path) {
        Matcher name = KEPT.matcher(path.getFileName().toString());
        return name.matches()
                ? new Waiting(
                        new InputFile(path, name.group(3)),
                        Long.parseLong(name.group(1)),
                        Long.parseLong(name.group(2)))
                : null;
    }
}
