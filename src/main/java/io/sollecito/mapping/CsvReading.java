package io.sollecito.mapping;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.sollecito.expression.Condition;
import io.sollecito.mapping.CellProblem.Place;
import io.sollecito.mapping.RowMapper.LeftOut;
import io.sollecito.mapping.RowMapper.Refused;
import io.sollecito.mapping.RowMapper.Result;
import io.sollecito.model.Canonical;
import io.sollecito.model.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Reads one CSV file, streaming. */
final class CsvReading {

    private static final int LONGEST_RECORD = 1024 * 1024;

    private final CsvFormat format;
    private final List<RecordSet> takers;
    private final String name;
    private final Scope scope;
    private final Consumer<Outcome> sink;
    private final CsvCells cells = new CsvCells();
    private LineKeeper lines;
    private CsvHeader header;
    private List<CsvHeader.Bound> rows;

    CsvReading(CsvFormat format, List<RecordSet> takers, String name, Scope scope, Consumer<Outcome> sink) {
        this.format = format;
        this.takers = takers;
        this.name = name;
        this.scope = scope;
        this.sink = sink;
    }

    void read(Path file) throws Unreadable {
        try {
            readStrictly(file);
        } catch (CsvParseException broken) {
            throw unreadable(broken);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private void readStrictly(Path file) throws IOException, Unreadable {
        Charset charset = CharsetChoice.of(file, name, format.charsets());
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), charset)) {
            lines = new LineKeeper(withoutMark(reader));
            try (CsvReader<CsvCells> csv = open(lines)) {
                readRecords(csv);
            }
        }
    }

    /** Stray characters after a quote must not end the file, whatever the library does with them: their record is refused. */
    @SuppressWarnings("removal")
    private CsvReader<CsvCells> open(Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(format.separator())
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

    private void readRecords(CsvReader<CsvCells> csv) throws Unreadable {
        if (format.skipLines() > 0) {
            csv.skipLines(format.skipLines());
        }
        Iterator<CsvCells> records = csv.iterator();
        if (format.captions() != null) {
            bind(format.captions());
        } else if (records.hasNext()) {
            records.next();
            bind(cells.all());
        } else {
            throw new Unreadable(Problem.of(name, "has no header line", "Is the file empty?"));
        }
        while (records.hasNext()) {
            records.next();
            lines.at(cells.line());
            outcome();
        }
    }

    private void bind(List<String> captions) throws Unreadable {
        header = new CsvHeader(name, captions);
        rows = header.bind(takers, cells);
    }

    private void outcome() {
        if (cells.isBlank()) {
            sink.accept(new Outcome.Filtered("blank", null, cells.line()));
        } else if (isHeaderAgain()) {
            sink.accept(new Outcome.Filtered("repeated-header", null, cells.line()));
        } else if (cells.count() != header.size()) {
            ragged();
        } else if (cells.overlong() >= 0) {
            defective(cells.overlong(), "is longer than " + Cells.LONGEST + " characters");
        } else if (cells.hasQuotes() && raw().strayCell() >= 0) {
            defective(raw().strayCell(), "has characters after its closing quote");
        } else if (rows.size() == 1) {
            tell(RowMapper.map(takers.get(0), rows.get(0), scope, cells.line()));
        } else {
            tellAll();
        }
    }

    private boolean isHeaderAgain() {
        for (CsvHeader.Bound row : rows) {
            if (row.isHeaderAgain()) {
                return true;
            }
        }
        return false;
    }

    /**
     * A record that was cut short may still be recognised as unwanted by the cells that it has. Otherwise neither its
     * fields nor its key can be trusted.
     */
    private void ragged() {
        if (cells.count() < header.size()) {
            for (int i = 0; i < takers.size(); i++) {
                String filter = filterOf(takers.get(i), rows.get(i));
                if (filter != null) {
                    sink.accept(new Outcome.Filtered(filter, null, cells.line()));
                    return;
                }
            }
        }
        defective(
                Math.min(cells.count(), header.size()),
                "the record has " + cells.count() + " cells, the header has " + header.size());
    }

    private static String filterOf(RecordSet set, Row row) {
        try {
            return set.filteredBy(row);
        } catch (Condition.Failed cutOff) {
            return null;
        }
    }

    private void defective(int position, String message) {
        String column = position < header.size() ? "column '" + header.caption(position) + "' " : "";
        quarantine(position, null, null, message.startsWith("the ") ? message : column + message, null);
    }

    private void tell(Result result) {
        if (result instanceof RowMapper.Made made) {
            sink.accept(new Outcome.Mapped(made.canonical(), cells.line(), true));
        } else if (result instanceof LeftOut leftOut) {
            sink.accept(new Outcome.Filtered(leftOut.filter(), leftOut.key(), cells.line()));
        } else {
            tell((Refused) result, 0);
        }
    }

    private void tellAll() {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < takers.size(); i++) {
            results.add(RowMapper.map(takers.get(i), rows.get(i), scope, cells.line()));
        }
        Result worst = RowMapper.worst(results);
        if (worst instanceof Refused refused) {
            tell(refused, results.indexOf(worst));
        } else if (worst instanceof LeftOut) {
            tell(worst);
        } else {
            boolean first = true;
            for (Canonical canonical : RowMapper.made(results)) {
                sink.accept(new Outcome.Mapped(canonical, cells.line(), first));
                first = false;
            }
        }
    }

    private void tell(Refused refused, int taker) {
        Place place = refused.problem().place();
        int position = place.slot() < 0 ? -1 : rows.get(taker).position(place.slot());
        String column = position < 0 ? null : header.caption(position);
        quarantine(
                position,
                place.field(),
                Shown.value(refused.problem().value()),
                Shown.message(refused.problem(), column),
                refused.key());
    }

    private void quarantine(int position, String field, String value, String message, String key) {
        RawRecord raw = raw();
        Problem problem = new Problem(
                name,
                cells.line(),
                position < 0 ? 1 : raw.column(position),
                message,
                Shown.excerpt(raw.text()),
                "Correct the record in the source, or the mapping.");
        sink.accept(new Outcome.Quarantined(problem, field, value, key, Shown.record(raw.text())));
    }

    private RawRecord raw() {
        return RawRecord.read(lines.fromCurrent(), format.separator(), format.quote());
    }

    private Unreadable unreadable(CsvParseException broken) {
        String cause = String.valueOf(broken.getMessage()).toLowerCase(java.util.Locale.ROOT);
        boolean cutOff = cause.contains("unclosed") || cause.contains("quote");
        return new Unreadable(new Problem(
                name,
                cells.line(),
                0,
                cutOff
                        ? "ends inside a quoted cell of the record that begins here: the file is cut off"
                        : "has a record of more than " + LONGEST_RECORD + " characters",
                null,
                "Ask for the file again, or check the mapping's quote character."));
    }

    private static Reader withoutMark(Reader reader) throws IOException {
        java.io.PushbackReader peeking = new java.io.PushbackReader(reader);
        int first = peeking.read();
        if (first >= 0 && first != '\ufeff') {
            peeking.unread(first);
        }
        return peeking;
    }
}
