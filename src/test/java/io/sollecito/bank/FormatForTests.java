package io.sollecito.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;

/** Reads statements from memory. */
public final class FormatForTests {

    private FormatForTests() {}

    public static StatementFile read(StatementFormat format, String text) {
        return read(format, text, StandardCharsets.UTF_8);
    }

    public static StatementFile read(StatementFormat format, String text, Charset charset) {
        return read(format, text.getBytes(charset));
    }

    public static StatementFile read(StatementFormat format, byte[] content) {
        CollectedStatements collected = new CollectedStatements();
        try {
            return collected.file("file", format.read(new ByteArrayInputStream(content), "file", collected));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The names of all formats that take the file for theirs. */
    public static List<String> recognising(String text) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        byte[] beginning = Arrays.copyOf(all, Math.min(all.length, 16 * 1024));
        return ServiceLoader.load(StatementFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(format -> format.recognises(beginning))
                .map(StatementFormat::name)
                .toList();
    }
}
