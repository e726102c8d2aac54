package io.sollecito.mapping.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * Records as they stand in their file, which is read a second time beside its parser, and only if somebody asks. Line breaks
 * are CR, LF or both.
 */
final class RecordText implements Closeable {

    /** Opens the file at its beginning. */
    interface Opening {
        Reader open() throws IOException;
    }

    private final Opening file;
    private final int ahead;
    private Reader reader;
    private char[] kept = new char[0];
    private int start;
    private int end;
    private long line = 1;
    private boolean ended;

    /** @param longest characters of a record */
    RecordText(Opening file, int longest) {
        this.file = file;
        this.ahead = longest;
    }

    /**
     * The file from the start of a line, as far as a record can reach.
     *
     * @param wanted not before the line that was asked for last
     */
    CharSequence from(long wanted) {
        try {
            if (reader == null) {
                reader = file.open();
                kept = new char[2 * ahead];
            }
            while (line < wanted) {
                int next = nextLine(kept, start, end);
                if (next >= 0) {
                    line++;
                    start = next;
                } else if (!fill()) {
                    start = end;
                    break;
                }
            }
            while (end - start < ahead && fill()) {
                // reads on
            }
            return CharBuffer.wrap(kept, start, end - start);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }

    /** Reads more; false at the end of the file. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (end == kept.length && start > 0) {
            System.arraycopy(kept, start, kept, 0, end - start);
            end -= start;
            start = 0;
        } else if (end == kept.length) {
            kept = Arrays.copyOf(kept, 2 * kept.length);
        }
        int read = reader.read(kept, end, kept.length - end);
        ended = read < 0;
        end += Math.max(0, read);
        return !ended;
    }

    /** Where the line after the one at {@code from} begins; -1 when that was not read yet. */
    private static int nextLine(char[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text[at];
            if (c == '\n') {
                return at + 1;
            }
            if (c == '\r') {
                return at + 1 == to ? -1 : text[at + 1] == '\n' ? at + 2 : at + 1;
            }
        }
        return -1;
    }
}
