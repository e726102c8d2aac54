package io.sollecito.mapping.source;

import java.io.IOException;
import java.nio.file.Path;

/** How the files of a source are written. */
public sealed interface Format permits CsvFormat, FixedFormat, ListFormat, XlsxFormat, RowTextFormat, TreeFormat {

    /**
     * Opens a file.
     *
     * @param name what problems call it
     */
    RecordStream open(Path file, String name) throws IOException, BrokenSource;

    /** How a person writes a corrected record: as the files are, unless they are no text. */
    default Format ofCorrections() {
        return this;
    }
}
