package io.sollecito.digest;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.sollecito.digest.Section.Kind;
import io.sollecito.digest.Section.Row;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
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
                            safe(digest.creditor().code()),
                            digest.day().toString(),
                            safe(group),
                            safe((row.kind() == Kind.PART ? "  " : "") + row.label()),
                            safe(row.detail()),
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
        return row.amount() == null
                ? ""
                : Amounts.text(row.amount(), row.currency()).replace('.', decimal);
    }

    /** Leading white space does not disarm a formula, so it is looked through. */
    static String safe(String text) {
        if (text == null) {
            return "";
        }
        String start = text.stripLeading();
        boolean formula = !start.isEmpty() && "=+-@".indexOf(start.charAt(0)) >= 0;
        boolean control = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
        return formula || control ? "'" + text : text;
    }

    private static char decimalSign(Creditor creditor) {
        Locale locale = new Locale.Builder()
                .setLanguage(creditor.language())
                .setRegion(creditor.country())
                .build();
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }
}
