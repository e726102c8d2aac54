package io.sollecito.mapping.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A charset of one byte a character, as a table: several times faster to check and to read than by a decoder. */
final class SingleBytes {

    /** No charset knows this character. */
    private static final char UNKNOWN = '\uffff';

    private static final int ASCII = 128;
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int BUFFER = 64 * 1024;

    private final char[] characters = new char[256];

    private SingleBytes(Charset charset) {
        for (int i = 0; i < characters.length; i++) {
            characters[i] = character(charset, (byte) i);
        }
    }

    /** Empty when the charset has characters of several bytes, or writes ASCII otherwise. */
    static Optional<SingleBytes> of(Charset charset) {
        if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1) {
            return Optional.empty();
        }
        SingleBytes bytes = new SingleBytes(charset);
        return bytes.holdsAscii() ? Optional.of(bytes) : Optional.empty();
    }

    /** Whether it knows every byte of the file. */
    boolean knows(Path file) throws IOException {
        byte[] bytes = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (!knowsAll(bytes, read)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Reads what was found to hold known bytes only. */
    Reader reader(InputStream in) {
        return new Reader() {

            private final byte[] bytes = new byte[BUFFER];

            @Override
            public int read(char[] buffer, int offset, int count) throws IOException {
                int read = in.read(bytes, 0, Math.min(count, bytes.length));
                for (int i = 0; i < read; i++) {
                    buffer[offset + i] = characters[bytes[i] & 0xff];
                }
                return read;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    private boolean knowsAll(byte[] bytes, int length) {
        int at = 0;
        while (at < length) {
            boolean plain = at + Long.BYTES <= length && ((long) EIGHT.get(bytes, at) & NOT_ASCII) == 0;
            if (!plain && characters[bytes[at] & 0xff] == UNKNOWN) {
                return false;
            }
            at += plain ? Long.BYTES : 1;
        }
        return true;
    }

    private boolean holdsAscii() {
        for (int i = 0; i < ASCII; i++) {
            if (characters[i] != i) {
                return false;
            }
        }
        return true;
    }

    private static char character(Charset charset, byte one) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(new byte[] {one}))
                    .get();
        } catch (CharacterCodingException unknown) {
            return UNKNOWN;
        }
    }
}
