package io.sollecito.mapping;

import com.google.re2j.Pattern;
import io.sollecito.mapping.source.Format;
import io.sollecito.mapping.source.TreeFormat;
import io.sollecito.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code source}, {@code numbers} and {@code dates} of a mapping file. */
final class SourceLoader {

    private final Loading loading;

    SourceLoader(Loading loading) {
        this.loading = loading;
    }

    Numbers numbers(YamlNode node) {
        return numbers(node, Numbers.PLAIN);
    }

    /** @param others what holds unless this says otherwise */
    Numbers numbers(YamlNode node, Numbers others) {
        if (node == null || !loading.isMapOf(node, Keys.NUMBERS, "numbers")) {
            return others;
        }
        char decimal = loading.character(node, "decimal", others.decimal());
        String grouping = loading.text(node, "grouping");
        char group = grouping == null
                ? others.grouping()
                : grouping.isEmpty() ? 0 : loading.character(node, "grouping", (char) 0);
        if (decimal == group
                || "+-0123456789".indexOf(decimal) >= 0
                || group != 0 && "+-0123456789".indexOf(group) >= 0) {
            loading.problem(
                    node,
                    "decimal and grouping must be two different characters, and no digits or signs",
                    "Such as {decimal: \",\", grouping: \".\"}.");
        }
        return new Numbers(
                decimal,
                group,
                flag(node, "trailingMinus", others.trailingMinus()),
                flag(node, "extraZeros", others.extraZeros()),
                flag(node, "parentheses", others.parentheses()),
                node.get("symbols") == null ? others.symbols() : loading.texts(node, "symbols"),
                loading.number(node, "scale", 0, others.scale()));
    }

    private boolean flag(YamlNode node, String key, boolean otherwise) {
        return node.get(key) == null ? otherwise : loading.flag(node, key);
    }

    Dates dates(YamlNode node) {
        if (node == null) {
            return Dates.ISO;
        }
        if (!node.isMap()) {
            return patterns(node, Locale.ENGLISH);
        }
        loading.isMapOf(node, Keys.DATES, "dates");
        String language = loading.text(node, "language");
        Dates written = node.get("patterns") == null
                ? Dates.ISO
                : patterns(node.get("patterns"), language == null ? Locale.ENGLISH : Locale.forLanguageTag(language));
        Set<LocalDate> noDays = new HashSet<>();
        Set<String> noTexts = new HashSet<>();
        for (String none : loading.texts(node, "none")) {
            try {
                noDays.add(LocalDate.parse(none));
            } catch (DateTimeException text) {
                noTexts.add(none);
            }
        }
        return new Dates(written.patterns(), noDays, noTexts);
    }

    private Dates patterns(YamlNode node, Locale language) {
        List<Dates.Pattern> patterns = new ArrayList<>();
        for (YamlNode each : node.list()) {
            Dates.Pattern pattern = each.isText() ? loading.datePattern(each, language) : null;
            if (!each.isText()) {
                loading.problem(each, "'dates' must be a pattern or a list of patterns", "Such as dd.MM.yyyy.");
            } else if (pattern != null) {
                patterns.add(pattern);
            }
        }
        Dates dates = new Dates(List.copyOf(patterns));
        dates.contradiction()
                .ifPresent(both -> loading.problem(node, both, "Keep the pattern that the source really uses."));
        return dates;
    }

    /** @param format of the files, whose content may say it; null when a database is read */
    AsOf asOf(YamlNode node, Format format, Names names) {
        if (node == null || !loading.isMapOf(node, Keys.AS_OF, "asOf")) {
            return null;
        }
        boolean ofName = node.get("fileName") != null;
        if (ofName == (node.get("column") != null) || ofName && node.get("pattern") == null) {
            loading.problem(
                    node,
                    "'asOf' needs either fileName or column, and with fileName a pattern",
                    "Such as {fileName: '.*_([0-9]{8})[.]csv', pattern: yyyyMMdd} or {column: $day, pattern: dd.MM.yyyy}.");
            return null;
        }
        Dates.Pattern pattern = node.get("pattern") == null
                ? Dates.Pattern.of("iso", Locale.ENGLISH)
                : loading.datePattern(node.get("pattern"), Locale.ENGLISH);
        if (!ofName) {
            checkTold(node.get("column"), format, names);
            return pattern == null ? null : new AsOf(null, loading.text(node, "column"), pattern);
        }
        Pattern fileName = loading.regex(node, "fileName");
        if (fileName != null && fileName.groupCount() != 1) {
            loading.problem(node.get("fileName"), "'fileName' must have exactly one group", "Put the date in ( ).");
            return null;
        }
        return fileName == null || pattern == null ? null : new AsOf(fileName, null, pattern);
    }

    private void checkTold(YamlNode column, Format format, Names names) {
        if (format instanceof TreeFormat tree) {
            try {
                tree.only(column.text());
            } catch (IllegalArgumentException wrong) {
                loading.problem(
                        column, "the path '" + column.text() + "' " + wrong.getMessage(), "Such as /Export/@date.");
            }
        } else if (names.isDeclared(column.text())) {
            names.use(column.text(), loading, column);
        } else {
            loading.problem(
                    column,
                    "no variable or context gives '" + column.text() + "'",
                    "It stands once in the file: read it by source.variables or context, and name it with its $.");
        }
    }
}
