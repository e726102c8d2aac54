package io.sollecito.bank;

import io.sollecito.mapping.source.Archive;
import io.sollecito.mapping.source.BrokenSource;
import io.sollecito.model.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Reads bank statements of any known format; the format is detected from the content. */
public final class StatementReader {

    private static final int BEGINNING = 16 * 1024;
    private static final List<StatementFormat> FORMATS =
            ServiceLoader.load(StatementFormat.class, StatementReader.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private StatementReader() {}

    /** Reads a file whose format its content tells; {@code name} stands for it in problems. */
    public static StatementFile read(Path path, String name) {
        return read(path, name, null);
    }

    /**
     * Reads a file.
     *
     * @param format the format's name, or null to detect it
     */
    public static StatementFile read(Path path, String name, String format) {
        return collected(path, name, format, new CollectedStatements());
    }

    /** The same of a file that is no statement when it holds more than so many payments. */
    public static StatementFile read(Path path, String name, String format, int mostPayments) {
        return collected(path, name, format, new CollectedStatements(mostPayments));
    }

    private static StatementFile collected(Path path, String name, String format, CollectedStatements collected) {
        try {
            return collected.file(name, read(path, name, format, collected));
        } catch (TooLarge tooLarge) {
            return StatementFile.unreadable(
                    name,
                    null,
                    Problem.of(
                            name,
                            "holds " + tooLarge.getMessage(),
                            "ask the bank for one file per day or account; such a file is no statement"));
        }
    }

    /**
     * Reads a file, packed (gzip, zip) or not, and hands on what it finds, in constant memory.
     *
     * @param format the format's name, or null to detect it
     * @return what the file is, as exactly as it says; null when it is no statement
     */
    public static String read(Path path, String name, String format, StatementSink sink) {
        try {
            return Archive.isPacked(path, name, false)
                    ? new PackedStatements(name, format, sink).read(path)
                    : plain(path, name, format, sink);
        } catch (BrokenSource broken) {
            sink.unreadable(broken.problem());
        } catch (IOException unreadable) {
            sink.unreadable(
                    Problem.of(name, "cannot be read: " + because(unreadable), "check the path and permissions"));
        }
        return null;
    }

    private static String because(IOException unreadable) {
        return unreadable instanceof NoSuchFileException ? "there is no such file" : unreadable.getMessage();
    }

    private static String plain(Path path, String name, String format, StatementSink sink) throws IOException {
        try (InputStream content = opened(path)) {
            Optional<StatementFormat> reader = of(content, format);
            if (reader.isEmpty()) {
                sink.unreadable(notAStatement(name, Files.size(path) == 0));
                return null;
            }
            return reader.get().read(content, name, sink);
        }
    }

    static InputStream opened(Path path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    /** The format of a content, of which nothing is consumed. */
    static Optional<StatementFormat> of(InputStream content, String format) throws IOException {
        content.mark(BEGINNING);
        byte[] beginning = content.readNBytes(BEGINNING);
        content.reset();
        return format == null ? recognised(beginning) : named(format);
    }

    /** The names that {@code --format} takes. */
    public static List<String> formats() {
        return FORMATS.stream().flatMap(format -> format.names().stream()).toList();
    }

    private static Optional<StatementFormat> recognised(byte[] beginning) {
        return FORMATS.stream().filter(format -> format.recognises(beginning)).findFirst();
    }

    private static Optional<StatementFormat> named(String name) {
        return FORMATS.stream()
                .filter(format ->
                        format.names().stream().anyMatch(known -> name.equals(known) || name.startsWith(known + ".")))
                .findFirst();
    }

    static Problem notAStatement(String name, boolean empty) {
        return new Problem(
                name,
                1,
                1,
                empty ? "the file is empty" : "this is no bank statement that the hub reads",
                null,
                "known formats: " + formats().stream().sorted().collect(Collectors.joining(", "))
                        + "; a bank's list (CSV, Excel) is read by a mapping, --mapping NAME");
    }
}
