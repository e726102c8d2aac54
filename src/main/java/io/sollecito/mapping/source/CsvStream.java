package io.sollecito.mapping.source;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.sollecito.model.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;

/** The records of a CSV file. */
final class CsvStream implements RecordStream, SourceRecord {

    private static final int LONGEST_RECORD = 1024 * 1024;

    private final CsvFormat format;
    private final char separator;
    private final String name;
    private final CsvCells cells = new CsvCells();
    private final RecordText texts;
    private final CsvReader<CsvCells> csv;
    private Iterator<CsvCells> records;

    private CsvStream(CsvFormat format, char separator, RecordText.Opening file, String name) throws IOException {
        this.format = format;
        this.separator = separator;
        this.name = name;
        this.texts = new RecordText(file, LONGEST_RECORD);
        this.csv = open(file.open());
    }

    static CsvStream open(CsvFormat format, Path file, String name) throws IOException, BrokenSource {
        Charset charset = CharsetChoice.of(file, name, format.charsets());
        RecordText.Opening opening = () -> TextFile.reader(file, charset);
        return new CsvStream(format, format.separators().of(opening, format.quote()), opening, name);
    }

    /**
     * Stray characters after a quote must not end the file, whatever the library does with them: their record is
     * refused.
     */
    @SuppressWarnings("removal")
    private CsvReader<CsvCells> open(Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(format.quote() == 0 ? '\uffff' : format.quote())
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_RECORD)
                .build(cells, reader);
    }

    @Override
    public boolean next() throws BrokenSource {
        try {
            if (records == null) {
                if (format.skipLines() > 0) {
                    csv.skipLines(format.skipLines());
                }
                records = csv.iterator();
            }
            if (!records.hasNext()) {
                return false;
            }
            records.next();
        } catch (CsvParseException broken) {
            throw broken(broken);
        }
        return true;
    }

    @Override
    public SourceRecord current() {
        return this;
    }

    @Override
    public void want(boolean[] positions) {
        cells.want(positions);
    }

    @Override
    public Object cell(int position) {
        return cells.get(position);
    }

    @Override
    public int count() {
        return cells.count();
    }

    @Override
    public long line() {
        return cells.line();
    }

    @Override
    public boolean isBlank() {
        return cells.isBlank();
    }

    @Override
    public String raw() {
        return rawRecord().text();
    }

    @Override
    public long column(int position) {
        return rawRecord().column(position);
    }

    @Override
    public Defect defect() {
        if (cells.overlong() >= 0) {
            return new Defect(cells.overlong(), "is longer than " + Cells.LONGEST + " characters");
        }
        if (cells.hasQuotes() && rawRecord().strayCell() >= 0) {
            return new Defect(rawRecord().strayCell(), "has characters after its closing quote");
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        try (texts) {
            csv.close();
        }
    }

    private RawRecord rawRecord() {
        return RawRecord.read(texts.from(cells.line()), separator, format.quote());
    }

    private BrokenSource broken(CsvParseException broken) {
        String cause = String.valueOf(broken.getMessage()).toLowerCase(Locale.ROOT);
        boolean cutOff = cause.contains("unclosed") || cause.contains("quote");
        return new BrokenSource(new Problem(
                name,
                cells.line(),
                0,
                cutOff
                        ? "ends inside a quoted cell of the record that begins here: the file is cut off"
                        : "has a record of more than " + LONGEST_RECORD + " characters",
                null,
                "Ask for the file again, or check the mapping's quote character."));
    }
}
