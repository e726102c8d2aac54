package io.sollecito.mapping.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sollecito.model.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** The rows of a {@link RowTextFormat}. */
final class RowTextStream implements RecordStream, SourceRecord {

    private final BufferedReader lines;
    private final String name;
    private List<Object> cells = List.of();
    private long line;

    RowTextStream(BufferedReader lines, String name) {
        this.lines = lines;
        this.name = name;
    }

    @Override
    public boolean next() throws IOException, BrokenSource {
        String text = lines.readLine();
        for (line++; text != null && text.isBlank(); line++) {
            text = lines.readLine();
        }
        if (text == null) {
            return false;
        }
        try {
            cells = RowText.read(text);
            return true;
        } catch (JsonProcessingException noRow) {
            throw new BrokenSource(new Problem(
                    name,
                    line,
                    0,
                    "is no row of cells",
                    null,
                    "Write every row as one line, such as [\"4711\", 1190.00, \"2026-02-14\", null]: texts and dates in"
                            + " quotes, numbers without, the header first."));
        }
    }

    @Override
    public boolean isRagged() {
        return true;
    }

    @Override
    public SourceRecord current() {
        return this;
    }

    @Override
    public Object cell(int position) {
        return position < cells.size() ? cells.get(position) : null;
    }

    @Override
    public int count() {
        return cells.size();
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public boolean isBlank() {
        return cells.stream().allMatch(Objects::isNull);
    }

    @Override
    public String raw() {
        return RowText.tabbed(cells);
    }

    @Override
    public String correctable() {
        return RowText.write(cells);
    }

    @Override
    public boolean isVerbatim() {
        return false;
    }

    @Override
    public long column(int position) {
        return position + 1L;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
