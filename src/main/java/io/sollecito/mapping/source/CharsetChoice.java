package io.sollecito.mapping.source;

import io.sollecito.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the charset of a file: the first of the mapping's that reads every byte of it. */
final class CharsetChoice {

    private static final byte[] UTF8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private CharsetChoice() {}

    static Charset of(Path file, String name, List<Charset> charsets) throws IOException, BrokenSource {
        boolean marked = startsWithMark(file);
        for (Charset charset : charsets) {
            boolean contradicted = marked && !charset.equals(StandardCharsets.UTF_8);
            if (!contradicted && reads(charset, file)) {
                return charset;
            }
        }
        throw new BrokenSource(Problem.of(
                name,
                "is written in none of the charsets "
                        + charsets.stream().map(Charset::name).collect(Collectors.joining(", ")),
                marked ? "It says itself that it is UTF-8." : "Add its charset to the mapping's source."));
    }

    private static boolean startsWithMark(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(UTF8_MARK.length), UTF8_MARK);
        }
    }

    private static boolean reads(Charset charset, Path file) throws IOException {
        Optional<SingleBytes> single = SingleBytes.of(charset);
        return single.isPresent() ? single.get().knows(file) : decodes(charset, file);
    }

    private static boolean decodes(Charset charset, Path file) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        CharBuffer chars = CharBuffer.allocate(64 * 1024);
        try (FileChannel channel = FileChannel.open(file)) {
            boolean atEnd = false;
            while (!atEnd) {
                atEnd = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result = decoder.decode(bytes, chars.clear(), atEnd);
                while (result.isOverflow()) {
                    result = decoder.decode(bytes, chars.clear(), atEnd);
                }
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
            }
            return !decoder.flush(chars.clear()).isError();
        }
    }
}
