package io.sollecito.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lines that are printed after others that come up later; they wait in a file, so that memory stays constant. */
final class LaterLines implements AutoCloseable {

    private Path file;
    private BufferedWriter writer;

    void add(String line) {
        try {
            if (file == null) {
                file = Files.createTempFile("hub-lines-", ".txt");
                writer = Files.newBufferedWriter(file);
            }
            writer.write(line);
            writer.newLine();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void print(PrintWriter out) {
        if (file == null) {
            return;
        }
        try {
            writer.flush();
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.println(line);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        if (file == null) {
            return;
        }
        try {
            writer.close();
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
