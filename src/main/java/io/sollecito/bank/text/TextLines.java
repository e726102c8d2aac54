package io.sollecito.bank.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a bank's text file, however they end (LF, CRLF, CR) and whatever they are written in: UTF-8 where a line is
 * valid in it, else windows-1252, which most banks mean when they say nothing. No line takes more memory than the longest
 * that is allowed.
 */
public final class TextLines {

    /** Longer lines come in pieces of this many bytes, each numbered as the line it is part of. */
    public static final int LONGEST = 64 * 1024;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream content;
    private Charset otherwise = WINDOWS;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[1024];
    private int at;
    private int end;
    private long number;
    private boolean piece;
    private boolean afterReturn;

    public TextLines(InputStream content) {
        this.content = content;
    }

    /** What lines from now on are in that are not valid in UTF-8, where the file says so. */
    public void otherwise(Charset charset) {
        otherwise = charset;
    }

    /** The number of the line that was read last, from 1. */
    public long number() {
        return number;
    }

    /** The next line without its end; null at the end of the file. */
    public String next() throws IOException {
        int length = 0;
        if (!piece) {
            number++;
        }
        piece = false;
        while (true) {
            if (at == end && !fill()) {
                return length == 0 ? null : decoded(length);
            }
            byte b = buffer[at];
            if (b == '\n' && afterReturn) {
                afterReturn = false;
                at++;
                continue;
            }
            afterReturn = b == '\r';
            if (b == '\n' || b == '\r') {
                at++;
                return decoded(length);
            }
            if (length == LONGEST) {
                piece = true;
                return decoded(length);
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(LONGEST, length * 2));
            }
            line[length++] = b;
            at++;
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = content.read(buffer);
        if (end < 0) {
            end = 0;
            return false;
        }
        return true;
    }

    private String decoded(int length) {
        int from = number == 1 && length >= BOM.length && Arrays.equals(line, 0, BOM.length, BOM, 0, BOM.length)
                ? BOM.length
                : 0;
        for (int i = from; i < length; i++) {
            if (line[i] < 0) {
                return decodedBeyondAscii(from, length);
            }
        }
        return new String(line, from, length - from, StandardCharsets.ISO_8859_1);
    }

    private String decodedBeyondAscii(int from, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, from, length - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(line, from, length - from, otherwise);
        }
    }
}
