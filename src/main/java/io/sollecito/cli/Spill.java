package io.sollecito.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that waits until it may be printed: in memory while it is little, then in a temporary file that {@link #close} removes. */
final class Spill implements AutoCloseable {

    private static final int MOST_IN_MEMORY = 256 * 1024;

    private final StringBuilder memory = new StringBuilder();
    private Path file;
    private BufferedWriter writer;

    void add(String text) throws IOException {
        memory.append(text);
        if (memory.length() > MOST_IN_MEMORY) {
            if (writer == null) {
                file = Files.createTempFile("hub-printing-", null);
                writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            }
            writer.append(memory);
            memory.setLength(0);
        }
    }

    boolean isEmpty() {
        return writer == null && memory.isEmpty();
    }

    /** Moves all text to the end of another and is empty then. */
    void moveTo(Spill other) throws IOException {
        char[] buffer = new char[8192];
        try (Reader reader = reader()) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                other.add(new String(buffer, 0, read));
            }
        }
        close();
    }

    void copyTo(Writer other) throws IOException {
        try (Reader reader = reader()) {
            reader.transferTo(other);
        }
    }

    private Reader reader() throws IOException {
        if (writer == null) {
            return new StringReader(memory.toString());
        }
        writer.append(memory);
        writer.flush();
        memory.setLength(0);
        return Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        memory.setLength(0);
        if (writer != null) {
            writer.close();
            writer = null;
            Files.deleteIfExists(file);
        }
    }
}
