package io.sollecito.mapping.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * Lines whose fields stand at fixed places.
 *
 * @param charsets tried strictly, in order
 * @param lineLength how long every line is, or 0 when they differ
 */
public record FixedFormat(List<Charset> charsets, List<Field> fields, int skipLines, int lineLength) implements Format {

    /**
     * @param start from 1
     * @param length 0 when the field goes to the end of the line
     */
    public record Field(String name, int start, int length) {}

    @Override
    public RecordStream open(Path file, String name) throws IOException, BrokenSource {
        return new FixedStream(this, new TextLines(TextFile.reader(file, name, charsets), name));
    }
}
