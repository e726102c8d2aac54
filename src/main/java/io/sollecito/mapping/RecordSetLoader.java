package io.sollecito.mapping;

import io.sollecito.mapping.source.CsvFormat;
import io.sollecito.mapping.source.TreeFormat;
import io.sollecito.mapping.source.TreePath.Step;
import io.sollecito.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a mapping makes of records: one record set of it at a time. */
final class RecordSetLoader {

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

    private final Loading loading;
    private final Names names;
    private final Source source;
    private final Sql sql;
    private final DeliversLoader delivers;
    private final Numbers numbers;
    private final Dates dates;

    /** A database's own. {@code watermark} is the column that tells what is new, or null. */
    record Sql(String watermark) {}

    /**
     * @param source null when it could not be read
     * @param sql null for files
     */
    RecordSetLoader(
            Loading loading,
            Names names,
            Source source,
            Sql sql,
            DeliversLoader delivers,
            Numbers numbers,
            Dates dates) {
        this.loading = loading;
        this.names = names;
        this.source = source;
        this.sql = sql;
        this.delivers = delivers;
        this.numbers = numbers;
        this.dates = dates;
    }

    /**
     * Empty when it is of no kind.
     *
     * @param several whether it is not the mapping's only one
     */
    Optional<RecordSet> recordSet(YamlNode record, boolean several) {
        String kind = loading.text(record, "kind");
        if (kind == null || !KINDS.containsKey(kind)) {
            loading.problem(
                    record,
                    "a record set needs kind: openItem or kind: debtor",
                    "Begin it with - kind: openItem. There are also openItemKeys, creditor, statement and remittanceAdvice.");
            return Optional.empty();
        }
        loading.isMapOf(record, KINDS.get(kind), kind);
        checkSource(record);
        boolean isKeys = kind.equals(RecordSet.KEYS);
        if (isKeys) {
            checkKeys(record, several);
        }
        String watermark = sql == null ? null : sql.watermark();
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
        return Optional.of(new RecordSet(
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
        if (sql == null && record.get("file") == null && several) {
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

    private void checkSource(YamlNode record) {
        if (sql != null && record.get("query") == null) {
            loading.problem(record, "a record set of a database needs a query", "Write query: | and the SQL below it.");
        }
        YamlNode alien = record.get(sql != null ? "file" : "query");
        if (alien != null) {
            loading.problem(
                    alien,
                    sql != null ? "'file' belongs to sources in files" : "'query' belongs to source format sql",
                    "Remove it, or change the source's format.");
        }
    }
}
