package io.sollecito.mapping;

import io.sollecito.mapping.source.CsvFormat;
import io.sollecito.mapping.source.FixedFormat;
import io.sollecito.mapping.source.Format;
import io.sollecito.mapping.source.ListFormat;
import io.sollecito.mapping.source.Separators;
import io.sollecito.mapping.source.TreeFormat;
import io.sollecito.mapping.source.XlsxFormat;
import io.sollecito.yaml.YamlNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads how files are written. */
final class FormatLoader {

    /** The names of all formats, and the keys that each knows. */
    static final Map<String, List<String>> FORMATS = Map.of(
            "csv",
            Keys.CSV,
            "fixed",
            Keys.FIXED,
            "list",
            Keys.LIST,
            "xlsx",
            Keys.XLSX,
            "xml",
            Keys.XML,
            "json",
            Keys.JSON,
            "sql",
            Keys.SQL);

    private final Loading loading;

    FormatLoader(Loading loading) {
        this.loading = loading;
    }

    /** Null for a database, and when the format is wrong. */
    Format format(YamlNode source) {
        String format = loading.text(source, "format");
        if (format == null || !FORMATS.containsKey(format)) {
            loading.problem(
                    source, "'source' must say its format", "Write source: {format: csv, ...} or {format: sql, ...}.");
            return null;
        }
        loading.isMapOf(source, FORMATS.get(format), "source");
        int skip = loading.number(source, "skipLines", 0, 0);
        return switch (format) {
            case "csv" -> csv(source, skip);
            case "fixed" ->
                new FixedFormat(charsets(source), fields(source), skip, loading.number(source, "lineLength", 1, 0));
            case "list" -> new ListFormat(charsets(source), loading.character(source, "frame", '|'), skip);
            case "xlsx" -> new XlsxFormat(loading.text(source, "sheet"), skip);
            case "xml", "json" -> tree(source, format.equals("json"));
            default -> null;
        };
    }

    /** The names that the mapping gives to columns; null when the files have captions themselves. */
    List<String> captions(YamlNode source) {
        YamlNode header = source.get("header");
        if (header == null || "true".equals(header.text()) || findsHeader(source)) {
            return null;
        }
        List<String> captions = header.isList() ? loading.texts(source, "header") : List.of();
        if (captions.isEmpty()) {
            loading.problem(
                    header,
                    "'header' must be true or the list of column names",
                    "For files without a header line, name their columns in order: header: [Konto, Betrag];"
                            + " header: find looks for the first line that has the columns.");
        } else if (new HashSet<>(captions).size() < captions.size()) {
            loading.problem(header, "'header' names a column twice", "Number them: [Amount, Amount 2].");
        }
        return captions;
    }

    static boolean findsHeader(YamlNode source) {
        YamlNode header = source.get("header");
        return header != null && "find".equals(header.text());
    }

    private CsvFormat csv(YamlNode source, int skip) {
        List<Character> separators = loading.characters(source, "separator", ';');
        YamlNode given = source.get("quote");
        char quote = given != null && "none".equals(given.text()) ? 0 : loading.character(source, "quote", '"');
        if (separators.contains(quote) || separators.contains('\n') || separators.contains('\r')) {
            loading.problem(
                    source,
                    "separator and quote must differ, and neither can be a line break",
                    "Such as separator: \";\", quote: none.");
        }
        return new CsvFormat(charsets(source), new Separators(separators, skip, findsHeader(source)), quote, skip);
    }

    private List<FixedFormat.Field> fields(YamlNode source) {
        YamlNode node = source.get("fields");
        List<FixedFormat.Field> fields = new ArrayList<>();
        if (node == null || node.map().isEmpty()) {
            loading.problem(
                    node == null ? source : node,
                    "'fields' must say where each field stands",
                    "Such as {Account: {start: 36, length: 11}}.");
            return fields;
        }
        loading.problems().addAll(node.repeatedKeys());
        node.map().forEach((name, place) -> {
            if (loading.isMapOf(place, Keys.FIELD, "field")) {
                if (place.get("start") == null) {
                    loading.problem(place, "field '" + name + "' needs its start", "Such as {start: 1, length: 5}.");
                }
                fields.add(new FixedFormat.Field(
                        name, loading.number(place, "start", 1, 1), loading.number(place, "length", 1, 0)));
            }
        });
        return List.copyOf(fields);
    }

    private TreeFormat tree(YamlNode source, boolean json) {
        Map<String, String> namespaces = new HashMap<>();
        YamlNode given = source.get("namespaces");
        if (given != null) {
            loading.problems().addAll(given.repeatedKeys());
            given.map().forEach((prefix, uri) -> namespaces.put(prefix, uri.text()));
        }
        try {
            return TreeFormat.of(json, loading.text(source, "record"), Map.copyOf(namespaces))
                    .embeddedAs(loading.texts(source, "embedded"));
        } catch (IllegalArgumentException wrong) {
            loading.problem(
                    source.get("record"),
                    "the path '" + source.get("record").text() + "' " + wrong.getMessage(),
                    "Such as /FatturaElettronica/FatturaElettronicaBody.");
            return TreeFormat.of(json, null, Map.of());
        }
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
}
