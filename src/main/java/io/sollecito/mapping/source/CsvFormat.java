package io.sollecito.mapping.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * Cells between separators.
 *
 * @param charsets tried strictly, in order
 * @param quote 0 when quotes are ordinary characters
 * @param skipLines physical lines before the first record
 */
public record CsvFormat(List<Charset> charsets, Separators separators, char quote, int skipLines) implements Format {

    @Override
    public RecordStream open(Path file, String name) throws IOException, BrokenSource {
        return CsvStream.open(this, file, name);
    }
}
