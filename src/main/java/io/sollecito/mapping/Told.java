package io.sollecito.mapping;

import io.sollecito.mapping.source.SourceRecord;
import io.sollecito.model.Canonical;
import io.sollecito.model.Problem;
import java.util.function.Consumer;

/** Tells what became of the records of one file. */
final class Told {

    private final String file;
    private final Consumer<Outcome> sink;

    Told(String file, Consumer<Outcome> sink) {
        this.file = file;
        this.sink = sink;
    }

    void mapped(Canonical canonical, long line, boolean first) {
        sink.accept(new Outcome.Mapped(canonical, line, first));
    }

    void merged(long line) {
        sink.accept(new Outcome.Merged(line));
    }

    void filtered(String filter, String key, long line) {
        sink.accept(new Outcome.Filtered(filter, key, line));
    }

    /** @param position of the cell at fault, or -1 */
    void quarantined(SourceRecord record, int position, String field, String value, String message, String key) {
        quarantined(
                record.line(),
                position < 0 ? 1 : record.column(position),
                record.correctable(),
                record.isVerbatim(),
                field,
                value,
                message,
                key);
    }

    /** @param verbatim whether {@code raw} is the line of the file in which {@code column} counts */
    void quarantined(
            long line,
            long column,
            String raw,
            boolean verbatim,
            String field,
            String value,
            String message,
            String key) {
        Problem problem = new Problem(
                file,
                line,
                column,
                message,
                verbatim ? Shown.excerpt(raw) : null,
                "Correct the record in the source, or the mapping.");
        sink.accept(new Outcome.Quarantined(problem, field, value, key, Shown.record(raw)));
    }
}
