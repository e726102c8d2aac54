package io.sollecito.mapping.source;

import io.sollecito.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The rows of a sheet, streamed; a cell is computed once and kept for its row. */
final class XlsxStream extends RowStream {

    private final String name;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final XlsxCells values;
    private final int skipLines;

    private XlsxStream(String name, ReadableWorkbook workbook, Stream<Row> stream, int skipLines) {
        this.name = name;
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.values = new XlsxCells(workbook.isDate1904());
        this.skipLines = skipLines;
    }

    static XlsxStream open(XlsxFormat format, Path file, String name) throws IOException, BrokenSource {
        XlsxBounds.check(file, name);
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            return new XlsxStream(name, workbook, sheet(workbook, format, name).openStream(), format.skipLines());
        } catch (IOException | RuntimeException noWorkbook) {
            if (workbook != null) {
                workbook.close();
            }
            throw broken(name, 0, noWorkbook);
        }
    }

    @Override
    public boolean next() throws BrokenSource {
        do {
            if (!advance()) {
                return false;
            }
        } while (line <= skipLines || cells.isEmpty());
        return true;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    /** The library trusts its files; ours come from outside. */
    private boolean advance() throws BrokenSource {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            Row row = rows.next();
            line = row.getRowNum();
            values.of(row, cells);
            return true;
        } catch (RuntimeException malformed) {
            throw broken(name, line + 1L, malformed);
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, XlsxFormat format, String name) throws BrokenSource {
        List<Sheet> sheets = workbook.getSheets().toList();
        return sheets.stream()
                .filter(sheet -> format.sheet() == null
                        ? sheet.getVisibility() == SheetVisibility.VISIBLE
                        : sheet.getName().equals(format.sheet()))
                .findFirst()
                .orElseThrow(() -> new BrokenSource(
                        name,
                        format.sheet() == null ? "has no visible sheet" : "has no sheet '" + format.sheet() + "'",
                        "It has: " + sheets.stream().map(Sheet::getName).collect(Collectors.joining(", ")) + "."));
    }

    private static BrokenSource broken(String name, long line, Exception cause) {
        return new BrokenSource(new Problem(
                name,
                line,
                0,
                "is no Excel workbook that can be read (" + cause.getClass().getSimpleName() + ")",
                null,
                "Save it as .xlsx again, or check the source's format."));
    }
}
