package io.sollecito.mapping.source;

import io.sollecito.model.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** The physical lines of a text; each ends with CR, LF or both. */
public final class TextLines implements AutoCloseable {

    /** Longest line, in characters. */
    static final int LONGEST = 256 * 1024;

    private final BufferedReader reader;
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private long number;

    public TextLines(Reader reader, String name) {
        this.reader = new BufferedReader(reader, 64 * 1024);
        this.name = name;
    }

    /** The next line without its end, or null at the end of the file. */
    public String next() throws IOException, BrokenSource {
        text.setLength(0);
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        number++;
        while (c >= 0 && c != '\n' && c != '\r') {
            if (text.length() == LONGEST) {
                throw new BrokenSource(new Problem(
                        name,
                        number,
                        0,
                        "has a line of more than " + LONGEST + " characters",
                        null,
                        "Check that this is the file that the mapping reads."));
            }
            text.append((char) c);
            c = reader.read();
        }
        if (c == '\r') {
            reader.mark(1);
            if (reader.read() != '\n') {
                reader.reset();
            }
        }
        return text.toString();
    }

    /** Passes over lines. */
    void skip(int lines) throws IOException, BrokenSource {
        for (int i = 0; i < lines && next() != null; i++) {
            // passed over
        }
    }

    /** Of the line last read, from 1. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
