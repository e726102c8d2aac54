package io.sollecito.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Samples of every format, in a folder of its name. */
public final class Samples {

    private static final Path FOLDER = folder();

    private Samples() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String format(Path sample) {
        return sample.getParent().getFileName().toString();
    }

    /** @param name such as coda/two-parts.cod */
    public static String text(String name) {
        return text(FOLDER.resolve(name));
    }

    static String text(Path sample) {
        try {
            return Files.readString(sample);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Samples.class.getResource("/bank/samples").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
