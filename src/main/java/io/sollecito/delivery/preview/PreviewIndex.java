package io.sollecito.delivery.preview;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.sollecito.model.OneLine;
import io.sollecito.model.SpreadsheetCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Who gets what: a table that a spreadsheet opens, a row for each message, held ones included. */
final class PreviewIndex implements AutoCloseable {

    private final CsvWriter csv;

    PreviewIndex(Path file) {
        try {
            Writer out = Files.newBufferedWriter(file);
            out.write('\uFEFF');
            csv = CsvWriter.builder()
                    .fieldSeparator(';')
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        row(
                "creditor",
                "debtor",
                "name",
                "plan",
                "step",
                "template",
                "channel",
                "recipient",
                "sendAt",
                "currency",
                "total",
                "toPay",
                "files",
                "size",
                "held");
    }

    void row(String... cells) {
        csv.writeRecord(Stream.of(cells)
                .map(cell -> SpreadsheetCell.safe(cell == null ? "" : OneLine.of(cell)))
                .toArray(String[]::new));
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
