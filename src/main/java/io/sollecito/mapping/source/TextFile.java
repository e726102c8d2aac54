package io.sollecito.mapping.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text file in the first charset that reads all of it, without its byte order mark. */
public final class TextFile {

    private static final char MARK = '\ufeff';

    private TextFile() {}

    public static Reader reader(Path file, String name, List<Charset> charsets) throws IOException, BrokenSource {
        return reader(file, CharsetChoice.of(file, name, charsets));
    }

    static Reader reader(Path file, Charset charset) throws IOException {
        PushbackReader reader = new PushbackReader(decoded(Files.newInputStream(file), charset));
        int first = reader.read();
        if (first >= 0 && first != MARK) {
            reader.unread(first);
        }
        return reader;
    }

    private static Reader decoded(InputStream in, Charset charset) {
        return SingleBytes.of(charset)
                .map(single -> single.reader(in))
                .orElseGet(() -> new InputStreamReader(in, charset));
    }
}
