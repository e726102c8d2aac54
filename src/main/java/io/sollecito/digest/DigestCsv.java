package io.sollecito.digest;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.sollecito.digest.Section.Kind;
import io.sollecito.digest.Section.Row;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
import io.sollecito.model.SpreadsheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/**
 * A digest as one table that the creditor's spreadsheet opens by a double click: byte order mark, and the decimal sign
 * and separator that the creditor's country uses. Texts that a spreadsheet would take for a formula are quoted with an
 * apostrophe.
 */
final class DigestCsv {

    private DigestCsv() {}

    static byte[] write(Digest digest, List<Section> sections) {
        char decimal = decimalSign(digest.creditor());
        StringWriter out = new StringWriter();
        out.write('\uFEFF');
        try (CsvWriter csv =
                CsvWriter.builder().fieldSeparator(decimal == ',' ? ';' : ',').build(out)) {
            csv.writeRecord("creditor", "date", "section", "line", "detail", "count", "currency", "amount");
            for (Section section : sections) {
                String group = section.title();
                for (Row row : section.rows()) {
                    if (row.kind() == Kind.HEAD) {
                        group = section.title() + ": " + row.label();
                        continue;
                    }
                    csv.writeRecord(
                            SpreadsheetCell.safe(digest.creditor().code()),
                            digest.day().toString(),
                            SpreadsheetCell.safe(group),
                            SpreadsheetCell.safe((row.kind() == Kind.PART ? "  " : "") + row.label()),
                            SpreadsheetCell.safe(row.detail()),
                            row.count() == null ? "" : row.count().toString(),
                            row.currency() == null ? "" : row.currency(),
                            amount(row, decimal));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String amount(Row row, char decimal) {
        if (row.amount() == null) {
            return "";
        }
        String figure =
                row.currency() == null ? row.amount().toPlainString() : Amounts.text(row.amount(), row.currency());
        return figure.replace('.', decimal);
    }

    private static char decimalSign(Creditor creditor) {
        Locale locale = new Locale.Builder()
                .setLanguage(creditor.language())
                .setRegion(creditor.country())
                .build();
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }
}
