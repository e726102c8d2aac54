package io.sollecito.delivery.writeback;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.sollecito.delivery.writeback.WritebackLayout.Column;
import io.sollecito.delivery.writeback.WritebackValue.Kind;
import io.sollecito.ledger.writeback.WritebackBatch;
import io.sollecito.ledger.writeback.WritebackBatch.Total;
import io.sollecito.ledger.writeback.WritebackEntry;
import io.sollecito.ledger.writeback.WritebackFile;
import io.sollecito.model.Amounts;
import io.sollecito.model.OneLine;
import io.sollecito.model.SpreadsheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A batch as a table. Texts that a spreadsheet would take for a formula are quoted with an apostrophe; keys go back to the
 * ERP letter by letter, as long as they are nothing but letters, digits and what joins them.
 */
final class WritebackCsv {

    private static final Pattern HARMLESS_KEY = Pattern.compile("[-+]?[\\p{L}\\p{N}/_. -]*");

    private final WritebackLayout layout;

    WritebackCsv(WritebackLayout layout) {
        this.layout = layout;
    }

    WritebackFile file(WritebackBatch batch) {
        return WritebackFile.of(batch.id(), "csv", text(batch), layout.charset());
    }

    private String text(WritebackBatch batch) {
        StringWriter out = new StringWriter();
        if (layout.byteOrderMark()) {
            out.write('\uFEFF');
        }
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(layout.separator())
                .lineDelimiter(LineDelimiter.of(layout.lineEnd()))
                .build(out)) {
            if (layout.titles()) {
                csv.writeRecord(row(Column::header));
            }
            batch.entries().forEach(entry -> csv.writeRecord(row(column -> cell(column, batch, entry))));
            if (layout.totals()) {
                batch.totals().forEach(total -> csv.writeRecord(row(column -> cell(column, batch, total))));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private String[] row(Function<Column, String> cell) {
        return layout.columns().stream().map(cell).toArray(String[]::new);
    }

    private String cell(Column column, WritebackBatch batch, WritebackEntry entry) {
        if (column.value() == null) {
            return column.text();
        }
        Object value = column.value().of(batch, entry);
        if (value == null) {
            return "";
        }
        Kind kind = column.value().kind();
        return switch (kind) {
            case KEY -> key(value.toString());
            case TEXT -> text(value.toString(), column.length());
            case WORD -> column.map().getOrDefault(value.toString(), value.toString());
            case NUMBER, AMOUNT, DATE -> plain(value, entry.currency());
        };
    }

    private String cell(Column column, WritebackBatch batch, Total total) {
        if (column.total() == null) {
            return column.totalText();
        }
        return plain(column.total().of(batch, total), total.currency());
    }

    private String plain(Object value, String currency) {
        if (value instanceof BigDecimal amount) {
            return Amounts.text(amount, currency).replace('.', layout.decimal());
        }
        return value instanceof LocalDate day ? layout.dates().format(day) : value.toString();
    }

    private String key(String key) {
        if (!layout.charset().newEncoder().canEncode(key)) {
            throw new IllegalStateException("'" + key + "' cannot be written in " + layout.charset()
                    + ": take another charset in layout " + layout.name());
        }
        return HARMLESS_KEY.matcher(key).matches() ? key : SpreadsheetCell.safe(key);
    }

    private static String text(String text, int length) {
        String line = SpreadsheetCell.safe(OneLine.of(text));
        return length == 0 || line.codePointCount(0, line.length()) <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, length));
    }
}
