package io.sollecito.mapping;

import io.sollecito.mapping.source.CsvFormat;
import io.sollecito.mapping.source.FixedFormat;
import io.sollecito.mapping.source.Format;
import io.sollecito.mapping.source.TreeFormat;
import io.sollecito.mapping.source.TreePath.Step;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a mapping file; what is wrong with it is collected, not thrown. */
final class MappingLoader {

    private static final Map<String, List<String>> KINDS = Map.of(
            "openItem",
            Keys.OPEN_ITEM,
            RecordSet.KEYS,
            Keys.OPEN_ITEM_KEYS,
            "debtor",
            Keys.DEBTOR,
            "creditor",
            Keys.CREDITOR,
            "statement",
            Keys.STATEMENT,
            "remittanceAdvice",
            Keys.REMITTANCE_ADVICE);

    private final Loading loading = new Loading();
    private final SourceLoader sources = new SourceLoader(loading);
    private final Names names = new Names();
    private final List<RecordSet> recordSets = new ArrayList<>();
    private Source source;
    private boolean sql;

    MappingLoader(YamlNode root) {
        if (!loading.isMapOf(root, Keys.MAPPING, "a mapping")) {
            return;
        }
        YamlNode described = root.get("source");
        FormatLoader formats = new FormatLoader(loading);
        if (described == null) {
            loading.problem(
                    root, "'source' must say its format", "Write source: {format: csv, ...} or {format: sql, ...}.");
        }
        Format format = described == null ? null : formats.format(described);
        sql = described != null && "sql".equals(loading.text(described, "format"));
        Numbers numbers = sources.numbers(root.get("numbers"));
        Dates dates = sources.dates(root.get("dates"));
        if (described != null) {
            source = new HeadLoader(loading, root, names, numbers).source(described, format, formats);
        }
        if (format instanceof TreeFormat tree) {
            names.areIn(tree);
        }
        YamlNode records = root.get("records");
        if (records == null || records.isText() || records.list().isEmpty()) {
            loading.problem(
                    records == null ? root : records,
                    "'records' must list what is made of the records",
                    "Start with:  - kind: openItem");
            return;
        }
        String watermark = sql ? loading.text(described, "watermark") : null;
        DeliversLoader delivers = new DeliversLoader(loading, root);
        for (YamlNode record : records.list()) {
            recordSet(record, records.list().size() > 1, delivers, watermark, numbers, dates);
        }
        names.adviseUnused(loading);
        adviseUnusedFields(described, format);
    }

    private void adviseUnusedFields(YamlNode described, Format format) {
        if (!(format instanceof FixedFormat fixed)) {
            return;
        }
        Set<String> asked = new HashSet<>(source.common().names());
        recordSets.forEach(set -> asked.addAll(set.columns().names()));
        boolean any = recordSets.stream().anyMatch(set -> set.columns().all());
        for (FixedFormat.Field field : fixed.fields()) {
            if (!any && !asked.contains(field.name())) {
                loading.advice(
                        described.get("fields").get(field.name()),
                        "field '" + field.name() + "' is declared and never used",
                        "Use it, or remove it.");
            }
        }
    }

    /** All that a check tells, in the order of the file. */
    List<Problem> told() {
        List<Problem> told = new ArrayList<>(loading.needed());
        told.addAll(loading.problems().isEmpty() ? loading.advices() : loading.problems());
        return inOrder(told);
    }

    /** In the order of the file. */
    List<Problem> problems() {
        return inOrder(loading.problems());
    }

    private static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Problem::line).thenComparingLong(Problem::column))
                .toList();
    }

    List<RecordSet> recordSets() {
        return recordSets;
    }

    Source source() {
        return source;
    }

    boolean isSql() {
        return sql;
    }

    private void recordSet(
            YamlNode record, boolean several, DeliversLoader delivers, String watermark, Numbers numbers, Dates dates) {
        String kind = loading.text(record, "kind");
        if (kind == null || !KINDS.containsKey(kind)) {
            loading.problem(
                    record,
                    "a record set needs kind: openItem or kind: debtor",
                    "Begin it with - kind: openItem. There are also openItemKeys, creditor, statement and remittanceAdvice.");
            return;
        }
        loading.isMapOf(record, KINDS.get(kind), kind);
        checkSource(record, sql);
        boolean isKeys = kind.equals(RecordSet.KEYS);
        if (isKeys) {
            checkKeys(record, several);
        }
        Columns columns = new Columns();
        Specs specs = new Specs(loading, columns, record, names);
        FieldLoader fields = new FieldLoader(loading, specs, numbers, dates, record);
        RecordLoader loader = new RecordLoader(loading, record, fields);
        RecordRule rule = rule(kind, loader);
        List<RecordFilter> filters = fields.tests().filters(record);
        String query = loading.text(record, "query");
        Set<String> parameters = query == null ? Set.of() : QueryParameters.of(query);
        if (query != null && watermark == null && parameters.contains("watermark")) {
            loading.problem(
                    record.get("query"),
                    "the query asks for :watermark, but 'source' names no watermark column",
                    "Write source: {format: sql, watermark: write_date}.");
        }
        if (watermark != null && !isKeys) {
            columns.slot(List.of(watermark), false, record);
        }
        recordSets.add(new RecordSet(
                kind,
                cells(record),
                delivers.of(record, kind, parameters),
                loading.text(record, "file"),
                query,
                query == null || isKeys ? null : watermark,
                parameters,
                filters,
                rule,
                columns,
                record,
                new GroupLoader(loading, specs, fields.tests()).group(record.get("group")),
                each(record)));
    }

    private Set<Integer> cells(YamlNode record) {
        YamlNode cells = record.get("cells");
        if (cells == null) {
            return Set.of();
        }
        if (source == null || !(source.format() instanceof CsvFormat)) {
            loading.problem(cells, "'cells' belongs to the format csv", "Remove it.");
        }
        List<String> given = loading.texts(record, "cells");
        if (!given.stream().allMatch(number -> number.matches("[1-9][0-9]{0,2}"))) {
            loading.problem(cells, "'cells' must be whole numbers from 1", "Such as cells: 12, or cells: [12, 13].");
            return Set.of();
        }
        return given.stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** A list of keys says that what it does not name is closed: it is complete, and nothing else is read from it. */
    private void checkKeys(YamlNode record, boolean several) {
        String query = loading.text(record, "query");
        if (query != null && QueryParameters.of(query).contains("watermark")) {
            loading.problem(
                    record.get("query"),
                    "a list of keys names all that is open, not what changed since :watermark",
                    "Leave :watermark out of this query.");
        }
        if (!sql && record.get("file") == null && several) {
            loading.problem(
                    record, "a list of keys comes in files of its own", "Name them, such as file: \"*keys*.csv\".");
        }
    }

    private static RecordRule rule(String kind, RecordLoader loader) {
        return switch (kind) {
            case "openItem" -> loader.openItem();
            case RecordSet.KEYS -> loader.openItemKeys();
            case "debtor" -> loader.debtor();
            case "creditor" -> loader.creditor();
            case "statement" -> loader.statement();
            default -> loader.remittanceAdvice();
        };
    }

    private List<Step> each(YamlNode record) {
        YamlNode each = record.get("each");
        if (each == null) {
            return List.of();
        }
        if (source == null || !(source.format() instanceof TreeFormat tree)) {
            loading.problem(each, "'each' belongs to the formats xml and json", "Remove it.");
            return List.of();
        }
        try {
            return tree.each(each.text());
        } catch (IllegalArgumentException wrong) {
            loading.problem(each, "the path '" + each.text() + "' " + wrong.getMessage(), "Such as Lines/Line.");
            return List.of();
        }
    }

    private void checkSource(YamlNode record, boolean sql) {
        if (sql && record.get("query") == null) {
            loading.problem(record, "a record set of a database needs a query", "Write query: | and the SQL below it.");
        }
        YamlNode alien = record.get(sql ? "file" : "query");
        if (alien != null) {
            loading.problem(
                    alien,
                    sql ? "'file' belongs to sources in files" : "'query' belongs to source format sql",
                    "Remove it, or change the source's format.");
        }
    }
}
