package io.sollecito.mapping;

import io.sollecito.mapping.source.BrokenSource;
import io.sollecito.mapping.source.Cells;
import io.sollecito.mapping.source.CsvFormat;
import io.sollecito.mapping.source.Format;
import io.sollecito.mapping.source.RecordStream;
import io.sollecito.mapping.source.Separators;
import io.sollecito.mapping.source.XlsxFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Proposes a first mapping for a CSV or Excel file, from its captions and values: a draft that loads, to be
 * corrected by hand.
 */
public final class Draft {

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));
    private static final int LOOKED_AT = 200;
    private static final int MOST_CODES = 30;

    private final String name;
    private final String source;
    private final List<List<String>> rows;
    private final List<String> captions;
    private final DraftGuess guess;

    private Draft(String name, String source, List<List<String>> rows) {
        this.name = name;
        this.source = source;
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        int header = 0;
        while (header < rows.size() - 1 && (rows.get(header).size() < width || !areCaptions(rows.get(header)))) {
            header++;
        }
        this.captions = rows.isEmpty() ? List.of() : rows.get(header);
        this.rows = rows.subList(Math.min(rows.size(), header + 1), rows.size());
        this.guess = new DraftGuess(captions, this.rows);
    }

    /** @throws Unreadable when the file is neither CSV nor Excel */
    public static String of(Path file, String name) throws Unreadable, IOException {
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                return new Draft(name, "{format: xlsx, header: find}", rows(new XlsxFormat(null, 0), file, name))
                        .text();
            }
            List<List<String>> best = List.of();
            char separator = ';';
            for (char candidate : new char[] {';', ',', '\t', '|'}) {
                List<List<String>> read = rows(new CsvFormat(CHARSETS, Separators.of(candidate), '"', 0), file, name);
                if (width(read) > width(best)) {
                    best = read;
                    separator = candidate;
                }
            }
            String sign = separator == '\t' ? "tab" : "\"" + separator + "\"";
            return new Draft(
                            name,
                            "{format: csv, charset: [utf-8, windows-1252], separator: " + sign + ", header: find}",
                            best)
                    .text();
        } catch (BrokenSource broken) {
            throw new Unreadable(broken.problem());
        }
    }

    private static List<List<String>> rows(Format format, Path file, String name) throws IOException, BrokenSource {
        List<List<String>> rows = new ArrayList<>();
        try (RecordStream stream = format.open(file, name)) {
            while (rows.size() < LOOKED_AT && stream.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < stream.current().count(); i++) {
                    Object cell = stream.current().cell(i);
                    row.add(cell == null ? "" : Cells.text(cell));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** The width that most lines share: titles and trailers are narrower. */
    private static int width(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>(rows.stream().map(List::size).toList());
        Collections.sort(widths);
        return widths.isEmpty() ? 0 : widths.get(widths.size() / 2);
    }

    private static boolean areCaptions(List<String> row) {
        return row.stream().filter(cell -> !cell.isEmpty()).count() > row.size() / 2
                && row.stream().noneMatch(cell -> cell.matches("[-+(]?[0-9][0-9.,' ]*[)-]?"));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        text.append("# yaml-language-server: $schema=../src/main/resources/schema/mapping.schema.json\n");
        text.append("# A first draft for ")
                .append(Shown.value(name))
                .append(", made of its captions and first values.\n");
        text.append("# Check every line: what was not recognised says so. Then: ./hub map THIS-FILE ")
                .append("EXPORT\n#\n");
        text.append("# Columns of the file: ")
                .append(Shown.value(String.join(", ", captions)))
                .append('\n');
        List<String> unused = guess.unused();
        if (!unused.isEmpty()) {
            text.append("# Not used below: ")
                    .append(Shown.value(String.join(", ", unused)))
                    .append('\n');
        }
        text.append("source: ").append(source).append('\n');
        text.append(
                        "# Right if every file holds all that is open: what is absent from a snapshot is closed. If files hold what\n")
                .append("# changed, with closed items too, write delta.\n");
        text.append("delivers: snapshot\n");
        text.append("numbers: ").append(guess.numbers()).append('\n');
        text.append("dates: ").append(guess.dates()).append('\n');
        text.append("records:\n  - kind: openItem\n");
        totals(text);
        field(text, "debtor", "debtor");
        field(text, "documentNo", "document");
        type(text);
        field(text, "issueDate", "issued");
        if (guess.column("due") != null) {
            field(text, "dueDate", "due");
        }
        amount(text, "openAmount", guess.column("open") == null ? "amount" : "open");
        if (guess.column("open") != null && guess.column("amount") != null) {
            amount(text, "originalAmount", "amount");
        }
        if (guess.column("name") != null) {
            text.append("\n  - kind: debtor\n    group: {by: [")
                    .append(quoted(orFirst("debtor")))
                    .append("]}\n");
            totals(text);
            field(text, "debtor", "debtor");
            field(text, "name", "name");
            for (String known : List.of("vatId", "country")) {
                if (guess.column(known) != null) {
                    field(text, known, known);
                }
            }
            if (guess.column("email") != null) {
                text.append("    contacts:\n      - {role: {constant: accounts-payable}, email: {column: ")
                        .append(quoted(guess.column("email")))
                        .append("}}\n");
            }
        } else {
            text.append(
                    "\n  # No column of names was recognised: add records of kind debtor, of this file or another.\n");
        }
        return text.toString();
    }

    /** Rows without a debtor or a document may be totals, or go on from the row above: that is for a person to say. */
    private void totals(StringBuilder text) {
        String column = blanksIn("debtor") > 0 ? guess.column("debtor") : guess.column("document");
        long without = blanksIn("debtor") > 0 ? blanksIn("debtor") : blanksIn("document");
        if (without > 0) {
            text.append("    # filter: {total: {column: ")
                    .append(quoted(column))
                    .append(", blank: true}} # blank in ")
                    .append(without)
                    .append(without == 1 ? " row: a total?\n" : " rows: totals?\n");
        }
    }

    private long blanksIn(String meaning) {
        String column = guess.column(meaning);
        return column == null ? 0 : rows.size() - guess.valuesOf(column).size();
    }

    private void field(StringBuilder text, String field, String meaning) {
        text.append("    ")
                .append(field)
                .append(": {column: ")
                .append(quoted(orFirst(meaning)))
                .append('}');
        text.append(guess.column(meaning) == null ? " # not recognised: name the right column\n" : "\n");
    }

    /** A code that is not recognised is left out: its records are quarantined until somebody says what it is. */
    private void type(StringBuilder text) {
        String column = guess.column("type");
        Set<String> codes = new LinkedHashSet<>(column == null ? List.of() : guess.valuesOf(column));
        if (codes.size() > MOST_CODES || codes.stream().allMatch(code -> DraftGuess.type(code) == null)) {
            text.append("    type: {constant: OTHER} # not recognised: no column of document types\n");
            return;
        }
        text.append("    type:\n      column: ").append(quoted(column)).append("\n      map:\n");
        for (String code : codes) {
            String type = DraftGuess.type(code);
            text.append(type == null ? "        # " : "        ")
                    .append(quoted(code))
                    .append(": ")
                    .append(type == null ? "? # not recognised: say which type it is\n" : type + "\n");
        }
        text.append("      otherwise: quarantine\n");
    }

    private void amount(StringBuilder text, String field, String meaning) {
        String currency = guess.column("currency");
        boolean inTwo = guess.column("debit") != null && guess.column("credit") != null;
        text.append("    ")
                .append(field)
                .append(
                        inTwo
                                ? ": {debit: " + quoted(guess.column("debit")) + ", credit: "
                                        + quoted(guess.column("credit"))
                                : ": {column: " + quoted(orFirst(meaning)))
                .append(", currency: ");
        text.append(currency == null ? "{constant: EUR}" : quoted(currency));
        if (guess.sign() != null && !inTwo) {
            text.append(", sign: {column: ")
                    .append(quoted(guess.sign().getKey()))
                    .append(", negative: [")
                    .append(guess.sign().getValue())
                    .append("]}");
        }
        text.append('}');
        text.append(
                guess.column(meaning) == null && !inTwo
                        ? " # not recognised: name the right column\n"
                        : currency == null ? " # the file does not say its currency\n" : "\n");
    }

    private String orFirst(String meaning) {
        String column = guess.column(meaning);
        return column != null ? column : captions.isEmpty() ? "COLUMN" : captions.get(0);
    }

    private static String quoted(String text) {
        return "\"" + Shown.value(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
