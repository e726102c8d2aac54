package io.sollecito.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who calls, and what they hand over: a call that a running hub answers comes from another process, whose user and files
 * count.
 *
 * @param user the name that decisions carry unless the call gives another
 */
public record Caller(String user, Input input) {

    /** Reads what an argument names. */
    @FunctionalInterface
    public interface Input {
        String text(String file) throws IOException;
    }

    /** The user of this process, with its files and, as {@code -}, its standard input. */
    public static Caller local() {
        return new Caller(System.getProperty("user.name"), Caller::read);
    }

    /** A user elsewhere who handed over one text, or null. */
    public static Caller remote(String user, String text) {
        return new Caller(user, file -> {
            if (text == null) {
                throw new IOException(file + " was not handed over");
            }
            return text;
        });
    }

    private static String read(String file) throws IOException {
        return file.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(file));
    }
}
