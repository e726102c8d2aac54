package io.sollecito.bank;

import io.sollecito.model.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
        return read(path, name, format, new CollectedStatements());
    }

    /** The same of a file that is no statement when it holds more than so many payments. */
    public static StatementFile read(Path path, String name, String format, int mostPayments) {
        return read(path, name, format, new CollectedStatements(mostPayments));
    }

    private static StatementFile read(Path path, String name, String format, CollectedStatements collected) {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            content.mark(BEGINNING);
            byte[] beginning = content.readNBytes(BEGINNING);
            content.reset();
            Optional<StatementFormat> reader = format == null ? recognised(beginning) : named(format);
            if (reader.isEmpty()) {
                return StatementFile.unreadable(name, null, notAStatement(name, beginning.length == 0));
            }
            return collected.file(name, reader.get().read(content, name, collected));
        } catch (TooLarge tooLarge) {
            return StatementFile.unreadable(
                    name,
                    null,
                    Problem.of(
                            name,
                            "holds " + tooLarge.getMessage(),
                            "ask the bank for one file per day or account; such a file is no statement"));
        } catch (IOException unreadable) {
            return StatementFile.unreadable(
                    name,
                    null,
                    Problem.of(name, "cannot be read: " + unreadable.getMessage(), "check the path and permissions"));
        }
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
                .filter(format -> format.names().stream()
                        .anyMatch(known -> name.equals(known) || name.startsWith(known + ".")))
                .findFirst();
    }

    private static Problem notAStatement(String name, boolean empty) {
        return new Problem(
                name,
                1,
                1,
                empty ? "the file is empty" : "this is no bank statement that the hub reads",
                null,
                "known formats: " + formats().stream().sorted().collect(Collectors.joining(", ")));
    }
}
