package io.sollecito.mapping.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * A printed list whose rows stand between frame characters, as SAP's text lists do.
 *
 * @param charsets tried strictly, in order
 * @param frame the character that begins and ends a row and separates its cells
 */
public record ListFormat(List<Charset> charsets, char frame, int skipLines) implements Format {

    @Override
    public RecordStream open(Path file, String name) throws IOException, BrokenSource {
        return new ListStream(this, new TextLines(TextFile.reader(file, name, charsets), name));
    }
}
