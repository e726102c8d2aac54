package io.sollecito.mapping.source;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One sheet of an Excel workbook.
 *
 * @param sheet its name, or null for the first that is visible
 */
public record XlsxFormat(String sheet, int skipLines) implements Format {

    @Override
    public RecordStream open(Path file, String name) throws IOException, BrokenSource {
        return XlsxStream.open(this, file, name);
    }

    @Override
    public Format ofCorrections() {
        return new RowTextFormat();
    }
}
