package io.sollecito.mapping;

import com.google.re2j.Pattern;
import io.sollecito.yaml.YamlNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads {@code source}, {@code numbers} and {@code dates} of a mapping file. */
final class SourceLoader {

    private final Loading loading;

    SourceLoader(Loading loading) {
        this.loading = loading;
    }

    CsvFormat csv(YamlNode source) {
        loading.isMapOf(source, Keys.CSV_SOURCE, "source");
        char separator = loading.character(source, "separator", ';');
        char quote = "none".equals(textOf(source, "quote")) ? 0 : loading.character(source, "quote", '"');
        if (separator == quote || separator == '\n' || separator == '\r') {
            loading.problem(
                    source,
                    "separator and quote must differ, and neither can be a line break",
                    "Such as separator: \";\", quote: none.");
        }
        return new CsvFormat(
                charsets(source),
                separator,
                quote,
                captions(source),
                loading.number(source, "skipLines", 0, 0),
                asOf(source.get("asOf")));
    }

    Numbers numbers(YamlNode node) {
        if (node == null || !loading.isMapOf(node, Keys.NUMBERS, "numbers")) {
            return Numbers.PLAIN;
        }
        char decimal = loading.character(node, "decimal", '.');
        String grouping = loading.text(node, "grouping");
        char group = grouping == null || grouping.isEmpty() ? 0 : loading.character(node, "grouping", (char) 0);
        if (decimal == group
                || "+-0123456789".indexOf(decimal) >= 0
                || group != 0 && "+-0123456789".indexOf(group) >= 0) {
            loading.problem(
                    node,
                    "decimal and grouping must be two different characters, and no digits or signs",
                    "Such as {decimal: \",\", grouping: \".\"}.");
        }
        return new Numbers(decimal, group, loading.flag(node, "trailingMinus"), loading.flag(node, "extraZeros"));
    }

    Dates dates(YamlNode node) {
        if (node == null) {
            return Dates.ISO;
        }
        List<Dates.Pattern> patterns = new ArrayList<>();
        for (YamlNode each : node.list()) {
            Dates.Pattern pattern = each.isText() ? loading.datePattern(each) : null;
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

    private List<Charset> charsets(YamlNode source) {
        YamlNode node = source.get("charset");
        if (node == null) {
            return List.of(StandardCharsets.UTF_8);
        }
        List<Charset> charsets = new ArrayList<>();
        for (String name : loading.texts(source, "charset")) {
            try {
                charsets.add(Charset.forName(name));
            } catch (IllegalArgumentException unknown) {
                loading.problem(
                        node, "unknown charset '" + name + "'", "Such as utf-8, windows-1252, iso-8859-15 or ibm850.");
            }
        }
        return charsets;
    }

    private List<String> captions(YamlNode source) {
        YamlNode header = source.get("header");
        if (header == null || "true".equals(header.text())) {
            return null;
        }
        List<String> captions = header.isList() ? loading.texts(source, "header") : List.of();
        if (captions.isEmpty()) {
            loading.problem(
                    header,
                    "'header' must be true or the list of column names",
                    "For files without a header line, name their columns in order: header: [Konto, Betrag].");
        } else if (new HashSet<>(captions).size() < captions.size()) {
            loading.problem(header, "'header' names a column twice", "Number them: [Amount, Amount 2].");
        }
        return captions;
    }

    private CsvFormat.AsOf asOf(YamlNode node) {
        if (node == null || !loading.isMapOf(node, Keys.AS_OF, "asOf")) {
            return null;
        }
        if (node.get("fileName") == null || node.get("pattern") == null) {
            loading.problem(
                    node,
                    "'asOf' needs fileName and pattern",
                    "Such as {fileName: '.*_([0-9]{8})[.]csv', pattern: yyyyMMdd}.");
            return null;
        }
        Pattern fileName = loading.regex(node, "fileName");
        if (fileName != null && fileName.groupCount() != 1) {
            loading.problem(node.get("fileName"), "'fileName' must have exactly one group", "Put the date in ( ).");
            return null;
        }
        Dates.Pattern pattern = loading.datePattern(node.get("pattern"));
        return fileName == null || pattern == null ? null : new CsvFormat.AsOf(fileName, pattern);
    }

    private static String textOf(YamlNode parent, String key) {
        YamlNode node = parent.get(key);
        return node == null ? null : node.text();
    }
}
