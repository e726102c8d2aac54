package io.sollecito.mapping.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sollecito.model.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** The rows of a {@link RowTextFormat}. */
final class RowTextStream extends RowStream {

    private final BufferedReader lines;
    private final String name;

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
            List<Object> read = RowText.read(text);
            cells.clear();
            cells.addAll(read);
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
    public void close() throws IOException {
        lines.close();
    }
}
