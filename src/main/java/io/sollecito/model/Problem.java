package io.sollecito.model;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A mistake of a user or of an input, with its place and its remedy.
 *
 * @param file as the user named it
 * @param line from 1; 0 when the whole file is meant
 * @param column character position from 1; 0 when the whole line is meant
 * @param excerpt the line at fault as it stands in the file, or null
 * @param remedy what to do about it
 */
public record Problem(String file, long line, long column, String message, String excerpt, String remedy) {

    /** As they stand in one file. */
    public static final Comparator<Problem> BY_PLACE =
            Comparator.comparingLong(Problem::line).thenComparingLong(Problem::column);

    public Problem {
        if (remedy == null || remedy.isBlank()) {
            throw new IllegalArgumentException("a problem names its remedy: " + message);
        }
    }

    /** A problem of the whole file. */
    public static Problem of(String file, String message, String remedy) {
        return new Problem(file, 0, 0, message, null, remedy);
    }

    /** A file of text that could not be read. */
    public static Problem unreadable(Path file, IOException failure) {
        return failure instanceof NoSuchFileException
                ? of(file.toString(), "there is no such file", "Check its folder and its name.")
                : of(file.toString(), "cannot be read as UTF-8 text", "Check its encoding and its rights.");
    }

    /** {@code FILE:LINE:COL: message}, then excerpt and remedy on lines of their own. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        text.append(": ").append(message);
        if (excerpt != null && !excerpt.isBlank()) {
            text.append("\n    ").append(excerpt.stripTrailing());
            if (column > 0 && column <= excerpt.length()) {
                text.append("\n    ").append(" ".repeat((int) column - 1)).append('^');
            }
        }
        return text.append("\n    ").append(remedy).toString();
    }
}
