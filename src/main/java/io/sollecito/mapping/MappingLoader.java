package io.sollecito.mapping;

import io.sollecito.mapping.source.FixedFormat;
import io.sollecito.mapping.source.Format;
import io.sollecito.mapping.source.TreeFormat;
import io.sollecito.model.Problem;
import io.sollecito.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a mapping file; what is wrong with it is collected, not thrown. */
final class MappingLoader {

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
        RecordSetLoader sets = new RecordSetLoader(
                loading,
                names,
                source,
                sql ? new RecordSetLoader.Sql(loading.text(described, "watermark")) : null,
                new DeliversLoader(loading, root),
                numbers,
                dates);
        boolean several = records.list().size() > 1;
        for (YamlNode record : records.list()) {
            sets.recordSet(record, several).ifPresent(recordSets::add);
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
        return problems.stream().distinct().sorted(Problem.BY_PLACE).toList();
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
}
