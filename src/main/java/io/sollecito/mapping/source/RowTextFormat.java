package io.sollecito.mapping.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Rows of typed cells as lines of text: in this form the rows of a workbook are corrected. */
record RowTextFormat() implements Format {

    @Override
    public RecordStream open(Path file, String name) throws IOException, BrokenSource {
        return new RowTextStream(
                new BufferedReader(TextFile.reader(file, name, List.of(StandardCharsets.UTF_8))), name);
    }
}
