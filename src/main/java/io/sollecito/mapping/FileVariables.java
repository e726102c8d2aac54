package io.sollecito.mapping;

import com.google.re2j.Matcher;
import io.sollecito.mapping.Source.Variable;
import io.sollecito.mapping.source.BrokenSource;
import io.sollecito.mapping.source.Cells;
import io.sollecito.mapping.source.CsvFormat;
import io.sollecito.mapping.source.FixedFormat;
import io.sollecito.mapping.source.Format;
import io.sollecito.mapping.source.ListFormat;
import io.sollecito.mapping.source.RecordStream;
import io.sollecito.mapping.source.SourceRecord;
import io.sollecito.mapping.source.XlsxFormat;
import io.sollecito.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the values that stand once in a file, before its records. */
final class FileVariables {

    /** How far a variable is looked for that has no line of its own. */
    private static final int FARTHEST = 100;

    private FileVariables() {}

    static void read(Source source, Path file, String name, Extras extras)
            throws IOException, BrokenSource, Unreadable {
        List<Variable> open = new ArrayList<>(source.variables());
        if (open.isEmpty()) {
            return;
        }
        int last = open.stream()
                .mapToInt(variable -> variable.isSearched() ? FARTHEST : variable.line())
                .max()
                .orElse(0);
        try (RecordStream stream = fromTheTop(source.format()).open(file, name)) {
            while (!open.isEmpty() && stream.next() && stream.current().line() <= last) {
                SourceRecord record = stream.current();
                for (Variable variable : List.copyOf(open)) {
                    if (variable.isSearched() ? isThere(variable, record) : variable.line() == record.line()) {
                        extras.set(variable.name(), value(variable, record, name));
                        open.remove(variable);
                    }
                }
            }
        }
        for (Variable missing : open) {
            throw unreadable(
                    name,
                    missing,
                    missing.isSearched()
                            ? "has in none of its first " + FARTHEST + " lines what '" + missing.extract() + "' reads"
                            : "has no line " + missing.line());
        }
    }

    private static boolean isThere(Variable variable, SourceRecord record) {
        String text = record.line() > FARTHEST ? null : text(variable, record);
        return text != null && variable.extract().matches(text);
    }

    private static String value(Variable variable, SourceRecord record, String name) throws Unreadable {
        String text = text(variable, record);
        if (text != null && variable.extract() != null) {
            Matcher matcher = variable.extract().matcher(text);
            if (!matcher.matches()) {
                throw unreadable(name, variable, "does not have what '" + variable.extract() + "' reads there");
            }
            text = matcher.groupCount() == 0 ? text : matcher.group(1);
        }
        if (!variable.is().isEmpty() && !variable.is().contains(text == null ? "" : text)) {
            throw unreadable(
                    name, variable, "holds '" + Shown.value(text) + "', not " + String.join(" or ", variable.is()));
        }
        return text;
    }

    private static String text(Variable variable, SourceRecord record) {
        if (variable.cell() == 0) {
            String raw = record.raw().strip();
            return raw.isEmpty() ? null : raw;
        }
        Object cell = variable.cell() > record.count() ? null : record.cell(variable.cell() - 1);
        return cell == null ? null : Cells.text(cell);
    }

    private static Unreadable unreadable(String name, Variable variable, String message) {
        return new Unreadable(new Problem(
                name,
                variable.line(),
                0,
                variable.name() + ": the file " + message,
                null,
                "Is this the export that the mapping reads?"));
    }

    private static Format fromTheTop(Format format) {
        if (format instanceof CsvFormat csv) {
            return new CsvFormat(csv.charsets(), csv.separators(), csv.quote(), 0);
        }
        if (format instanceof FixedFormat fixed) {
            return new FixedFormat(fixed.charsets(), fixed.fields(), 0, 0);
        }
        if (format instanceof ListFormat list) {
            return new ListFormat(list.charsets(), list.frame(), 0);
        }
        return format instanceof XlsxFormat xlsx ? new XlsxFormat(xlsx.sheet(), 0) : format;
    }
}
