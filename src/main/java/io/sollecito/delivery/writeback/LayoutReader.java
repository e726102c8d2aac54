package io.sollecito.delivery.writeback;

import io.sollecito.delivery.writeback.WritebackLayout.Column;
import io.sollecito.model.DidYouMean;
import io.sollecito.model.Problem;
import io.sollecito.yaml.CheckedFields;
import io.sollecito.yaml.YamlNode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a layout; what is wrong becomes a problem at its place, and a stand-in goes on. */
final class LayoutReader extends CheckedFields {

    static final List<String> KEYS = List.of(
            "layout",
            "separator",
            "charset",
            "byteOrderMark",
            "dates",
            "decimal",
            "lineEnd",
            "titles",
            "totals",
            "columns");
    static final List<String> COLUMN_KEYS = List.of("header", "value", "text", "map", "length", "total", "totalText");
    static final List<String> SEPARATORS = List.of(";", ",", "|", "tab");
    static final List<String> DECIMALS = List.of(".", ",");
    static final List<String> LINE_ENDS = List.of("crlf", "lf");
    private static final List<String> FLAGS = List.of("true", "false");

    /** A day whose parts differ: a pattern that mixes them up is seen. */
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 3, 9);

    private final YamlNode file;
    private final String name;

    LayoutReader(YamlNode file, String name, List<Problem> problems) {
        super(problems);
        this.file = file;
        this.name = name;
    }

    WritebackLayout read() {
        addAll(file.unknownKeys(KEYS));
        YamlNode said = file.get("layout");
        if (said == null || !said.text().equals(name)) {
            wrong(said == null ? file : said, "the layout is not called as its file", "Write layout: " + name);
        }
        boolean totals = flag("totals", "true");
        String separator = oneOf(file, "separator", SEPARATORS, ";");
        String decimal = oneOf(file, "decimal", DECIMALS, ".");
        if (separator.equals(decimal)) {
            wrong(file.get("separator"), "the separator is the decimal sign too", "Choose another for one of the two.");
        }
        List<Column> columns = columns(totals);
        return new WritebackLayout(
                name,
                separator.equals("tab") ? '\t' : separator.charAt(0),
                charset(),
                flag("byteOrderMark", "false"),
                dates(),
                decimal.charAt(0),
                oneOf(file, "lineEnd", LINE_ENDS, "crlf").equals("crlf") ? "\r\n" : "\n",
                flag("titles", "true"),
                totals,
                columns);
    }

    private boolean flag(String key, String otherwise) {
        return oneOf(file, key, FLAGS, otherwise).equals("true");
    }

    private Charset charset() {
        YamlNode value = file.get("charset");
        try {
            return value == null ? StandardCharsets.UTF_8 : Charset.forName(value.text());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            wrong(value, "there is no charset '" + value.text() + "'", "Write utf-8, windows-1252 or iso-8859-15.");
            return StandardCharsets.UTF_8;
        }
    }

    private DateTimeFormatter dates() {
        YamlNode value = file.get("dates");
        if (value == null) {
            return DateTimeFormatter.ISO_LOCAL_DATE;
        }
        return pattern(value.text()).orElseGet(() -> {
            wrong(value, "'" + value.text() + "' writes no dates", "Write a pattern such as yyyy-MM-dd or dd.MM.yyyy.");
            return DateTimeFormatter.ISO_LOCAL_DATE;
        });
    }

    /** Only what can be read back tells the day. */
    private static Optional<DateTimeFormatter> pattern(String text) {
        try {
            DateTimeFormatter format = DateTimeFormatter.ofPattern(text, Locale.ROOT);
            return Optional.of(format)
                    .filter(pattern ->
                            LocalDate.parse(pattern.format(ANY_DAY), pattern).equals(ANY_DAY));
        } catch (IllegalArgumentException | DateTimeException unusable) {
            return Optional.empty();
        }
    }

    private List<Column> columns(boolean totals) {
        YamlNode list = file.get("columns");
        if (list == null || !list.isList() || list.list().isEmpty()) {
            wrong(list == null ? file : list, "the layout has no columns", "List them: - {header: ..., value: ...}.");
            return List.of();
        }
        List<Column> columns = new ArrayList<>();
        Set<String> headers = new HashSet<>();
        for (YamlNode node : list.list()) {
            Column column = column(node);
            if (!headers.add(column.header())) {
                wrong(node, "there are two columns '" + column.header() + "'", "Call one of them otherwise.");
            }
            columns.add(column);
        }
        if (columns.stream().noneMatch(column -> WritebackValue.AMOUNT == column.value())
                && columns.stream().filter(column -> signs(column.value())).count() < 2) {
            wrong(
                    list,
                    "no column tells a reversal from an allocation",
                    "Add one of amount, which is signed, or unsigned and direction.");
        }
        if (totals) {
            WritebackTotal.REQUIRED.stream()
                    .filter(total -> columns.stream().noneMatch(column -> column.total() == total))
                    .forEach(total -> wrong(
                            list,
                            "the rows of totals lack the " + total.key(),
                            "Write total: " + total.key() + " in the column for it, or totals: false above."));
        }
        return columns;
    }

    private static boolean signs(WritebackValue value) {
        return value == WritebackValue.UNSIGNED || value == WritebackValue.DIRECTION;
    }

    private Column column(YamlNode node) {
        addAll(node.unknownKeys(COLUMN_KEYS));
        if (text(node, "header").isBlank()) {
            wrong(node, "the column has no header", "Write - {header: ..., value: ...}.");
        }
        YamlNode value = node.get("value");
        if ((value == null) == (node.get("text") == null)) {
            wrong(node, "a column holds either a value or a text", "Give one of the two.");
        }
        WritebackValue held = named(value, WritebackValue::called, WritebackValue.keys());
        if (node.get("total") != null && node.get("totalText") != null) {
            wrong(node.get("totalText"), "the total stands here already", "Leave out total or totalText.");
        }
        return new Column(
                text(node, "header"),
                held,
                text(node, "text"),
                map(node.get("map"), held),
                length(node.get("length"), held),
                named(node.get("total"), WritebackTotal::called, WritebackTotal.keys()),
                text(node, "totalText"));
    }

    private static String text(YamlNode map, String key) {
        YamlNode value = map.get(key);
        return value == null ? "" : value.text();
    }

    private <T> T named(YamlNode value, Function<String, Optional<T>> called, List<String> keys) {
        if (value == null) {
            return null;
        }
        return called.apply(value.text()).orElseGet(() -> {
            wrong(
                    value,
                    "there is no value '" + value.text() + "'",
                    DidYouMean.hint(value.text(), keys) + "Possible: " + String.join(", ", keys) + ".");
            return null;
        });
    }

    /** The words are few and known: one that is left out would reach the ERP as ours. */
    private Map<String, String> map(YamlNode map, WritebackValue value) {
        Map<String, String> words = new LinkedHashMap<>();
        if (map == null || value == null) {
            return words;
        }
        if (value.words().isEmpty()) {
            wrong(map, "the words of '" + value.key() + "' cannot be mapped", "Leave map out.");
            return words;
        }
        addAll(map.unknownKeys(value.words()));
        map.map().forEach((word, theirs) -> words.put(word, theirs.text()));
        List<String> missing =
                value.words().stream().filter(word -> !words.containsKey(word)).toList();
        if (!missing.isEmpty()) {
            wrong(map, "the map lacks " + String.join(", ", missing), "Say what the ERP calls each of them.");
        }
        return words;
    }

    private int length(YamlNode node, WritebackValue value) {
        if (node == null || value == null) {
            return 0;
        }
        if (value.kind() != WritebackValue.Kind.TEXT) {
            wrong(node, "'" + value.key() + "' cannot be cut", "Leave length out: the ERP could not find it any more.");
            return 0;
        }
        if (!node.text().matches("[1-9][0-9]{0,3}")) {
            wrong(node, "'" + node.text() + "' is no length", "Write how many characters the ERP takes, such as 50.");
            return 0;
        }
        return Integer.parseInt(node.text());
    }
}
