package io.sollecito.mapping.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Keeps what was read since the current record began, so that a record can be shown as it stands in the file. Line
 * breaks are CR, LF or both.
 */
final class LineKeeper extends FilterReader {

    private char[] kept = new char[64 * 1024];
    private int length;
    private int lineStart;
    private long line = 1;
    private long current = 1;

    LineKeeper(Reader in) {
        super(in);
    }

    /** The record now read begins at this line; earlier ones are no longer needed. */
    void at(long startingLine) {
        current = startingLine;
    }

    /** What is known of the file from the start of the current record. */
    CharSequence fromCurrent() {
        advance();
        return java.nio.CharBuffer.wrap(kept, lineStart, length - lineStart);
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int read = super.read(buffer, offset, count);
        if (read > 0) {
            keep(buffer, offset, read);
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    private void keep(char[] buffer, int offset, int count) {
        if (length + count > kept.length) {
            advance();
            System.arraycopy(kept, lineStart, kept, 0, length - lineStart);
            length -= lineStart;
            lineStart = 0;
            if (length + count > kept.length) {
                kept = Arrays.copyOf(kept, Math.max(2 * kept.length, length + count));
            }
        }
        System.arraycopy(buffer, offset, kept, length, count);
        length += count;
    }

    private void advance() {
        while (line < current) {
            int next = nextLine(kept, lineStart, length);
            if (next < 0) {
                return;
            }
            line++;
            lineStart = next;
        }
    }

    /** Where the line after the one at {@code from} begins; -1 when that was not read yet. */
    private static int nextLine(char[] text, int from, int end) {
        for (int at = from; at < end; at++) {
            char c = text[at];
            if (c <= '\r' && (c == '\n' || c == '\r')) {
                if (c == '\n') {
                    return at + 1;
                }
                return at + 1 == end ? -1 : text[at + 1] == '\n' ? at + 2 : at + 1;
            }
        }
        return -1;
    }
}
