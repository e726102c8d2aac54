package io.sollecito.mapping.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes that a charset of one byte a character knows; to look for others is much faster than to decode a file. */
final class SingleBytes {

    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private final boolean[] known = new boolean[256];

    private SingleBytes(Charset charset) {
        for (int i = 0; i < known.length; i++) {
            known[i] = knows(charset, (byte) i);
        }
    }

    /** Empty when the charset has characters of several bytes, or does not know ASCII. */
    static Optional<SingleBytes> of(Charset charset) {
        if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1) {
            return Optional.empty();
        }
        SingleBytes bytes = new SingleBytes(charset);
        return bytes.knowsAscii() ? Optional.of(bytes) : Optional.empty();
    }

    /** Whether it knows every byte of the file. */
    boolean read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(bytes.clear()) >= 0) {
                if (!knowsAll(bytes.flip())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean knowsAll(ByteBuffer bytes) {
        while (bytes.remaining() >= Long.BYTES) {
            long eight = bytes.getLong();
            for (long rest = eight; (eight & NOT_ASCII) != 0 && rest != 0; rest >>>= Byte.SIZE) {
                if (!known[(int) (rest & 0xff)]) {
                    return false;
                }
            }
        }
        while (bytes.hasRemaining()) {
            if (!known[bytes.get() & 0xff]) {
                return false;
            }
        }
        return true;
    }

    private boolean knowsAscii() {
        for (int i = 0; i < 128; i++) {
            if (!known[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean knows(Charset charset, byte one) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(new byte[] {one}));
            return true;
        } catch (CharacterCodingException unknown) {
            return false;
        }
    }
}
