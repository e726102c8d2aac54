package io.sollecito.mapping;

import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads a mapping file; what is wrong with it is collected, not thrown. */
final class MappingLoader {

    private final Loading loading = new Loading();
    private final SourceLoader sources = new SourceLoader(loading);
    private final List<RecordSet> recordSets = new ArrayList<>();
    private CsvFormat csv;

    MappingLoader(YamlNode root) {
        if (!loading.isMapOf(root, Keys.MAPPING, "a mapping")) {
            return;
        }
        YamlNode source = root.get("source");
        YamlNode records = root.get("records");
        String format = source == null ? null : loading.text(source, "format");
        if (!"csv".equals(format) && !"sql".equals(format)) {
            YamlNode at = source == null ? root : source;
            loading.problem(
                    at, "'source' must say its format", "Write source: {format: csv, ...} or {format: sql, ...}.");
        } else if (format.equals("csv")) {
            csv = sources.csv(source);
        } else {
            loading.isMapOf(source, Keys.SQL_SOURCE, "source");
        }
        Numbers numbers = sources.numbers(root.get("numbers"));
        Dates dates = sources.dates(root.get("dates"));
        if (records == null || records.isText() || records.list().isEmpty()) {
            loading.problem(
                    records == null ? root : records,
                    "'records' must list what is made of the records",
                    "Start with:  - kind: openItem");
            return;
        }
        String watermark = "sql".equals(format) ? loading.text(source, "watermark") : null;
        for (YamlNode record : records.list()) {
            recordSet(record, "sql".equals(format), watermark, numbers, dates);
        }
    }

    /** In the order of the file. */
    List<Problem> problems() {
        return loading.problems().stream()
                .distinct()
                .sorted(Comparator.comparingLong(Problem::line).thenComparingLong(Problem::column))
                .toList();
    }

    List<RecordSet> recordSets() {
        return recordSets;
    }

    /** Null for a mapping that reads a database. */
    CsvFormat csv() {
        return csv;
    }

    private void recordSet(YamlNode record, boolean sql, String watermark, Numbers numbers, Dates dates) {
        String kind = loading.text(record, "kind");
        boolean isOpenItem = "openItem".equals(kind);
        if (!isOpenItem && !"debtor".equals(kind)) {
            loading.problem(
                    record, "a record set needs kind: openItem or kind: debtor", "Begin it with - kind: openItem.");
            return;
        }
        loading.isMapOf(record, isOpenItem ? Keys.OPEN_ITEM : Keys.DEBTOR, kind);
        checkSource(record, sql);
        Columns columns = new Columns();
        FieldLoader fields = new FieldLoader(loading, columns, numbers, dates, record);
        RecordLoader loader = new RecordLoader(loading, record, fields);
        RecordRule rule = isOpenItem ? loader.openItem() : loader.debtor();
        List<RecordFilter> filters = new FilterLoader(loading, new Specs(loading, columns, record)).filters(record);
        String query = loading.text(record, "query");
        if (query != null && watermark == null && QueryParameters.of(query).contains("watermark")) {
            loading.problem(
                    record.get("query"),
                    "the query asks for :watermark, but 'source' names no watermark column",
                    "Write source: {format: sql, watermark: write_date}.");
        }
        if (watermark != null) {
            columns.slot(List.of(watermark), false, record);
        }
        recordSets.add(new RecordSet(
                kind,
                loading.text(record, "file"),
                query,
                query == null ? null : watermark,
                query == null ? Set.of() : QueryParameters.of(query),
                filters,
                rule,
                columns,
                record));
    }

    private void checkSource(YamlNode record, boolean sql) {
        if (sql && record.get("query") == null) {
            loading.problem(record, "a record set of a database needs a query", "Write query: | and the SQL below it.");
        }
        YamlNode alien = record.get(sql ? "file" : "query");
        if (alien != null) {
            loading.problem(
                    alien,
                    sql ? "'file' belongs to source format csv" : "'query' belongs to source format sql",
                    "Remove it, or change the source's format.");
        }
    }
}
