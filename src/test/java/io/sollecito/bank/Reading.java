package io.sollecito.bank;

import io.sollecito.model.Problem;
import io.sollecito.model.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;

/** Reads statements from memory, for tests. */
public final class Reading {

    private static final int BEGINNING = 16 * 1024;
    private static final List<StatementFormat> FORMATS = ServiceLoader.load(StatementFormat.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private Reading() {}

    /** The format of that name. */
    static StatementFormat format(String name) {
        return FORMATS.stream()
                .filter(format -> format.names().contains(name))
                .findFirst()
                .orElseThrow();
    }

    public static StatementFile read(StatementFormat format, String content) {
        return read(format, content.getBytes(StandardCharsets.UTF_8));
    }

    public static StatementFile read(StatementFormat format, byte[] content) {
        return read(format, new ByteArrayInputStream(content));
    }

    public static StatementFile read(StatementFormat format, InputStream content) {
        CollectedStatements collected = new CollectedStatements();
        try {
            return collected.file("x", format.read(content, "x", collected));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The only statement of a file. */
    public static Statement statement(StatementFile file) {
        if (file.statements().size() != 1) {
            throw new AssertionError(file.statements().size() + " statements; problems " + file.problems());
        }
        return file.statements().get(0);
    }

    public static List<String> messages(StatementFile file) {
        return file.problems().stream().map(Problem::message).toList();
    }

    public static List<String> recognisers(String content) {
        return recognisers(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The formats that take a file for theirs. */
    public static List<String> recognisers(byte[] content) {
        byte[] beginning = Arrays.copyOf(content, Math.min(BEGINNING, content.length));
        return FORMATS.stream()
                .filter(format -> format.recognises(beginning))
                .map(StatementFormat::name)
                .toList();
    }
}
