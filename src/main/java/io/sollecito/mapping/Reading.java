package io.sollecito.mapping;

import io.sollecito.expression.Condition;
import io.sollecito.mapping.Source.ContextRule;
import io.sollecito.mapping.source.BrokenSource;
import io.sollecito.mapping.source.Format;
import io.sollecito.mapping.source.RecordStream;
import io.sollecito.mapping.source.SourceRecord;
import io.sollecito.mapping.source.TreeFormat;
import io.sollecito.mapping.source.TreePath.Step;
import io.sollecito.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads one file, streaming, and tells what became of each of its records. */
final class Reading {

    /** How many records may stand before what tells something of the whole file. */
    private static final int FIRST = 1_000;

    @FunctionalInterface
    private interface Work {
        void on(RecordStream stream) throws IOException, BrokenSource, Unreadable;
    }

    private final Source source;
    private final List<RecordSet> takers;
    private final String name;
    private final Scope scope;
    private final Consumer<Outcome> sink;
    private final Explanation explanation;
    private final Extras extras;
    private final Totals totals;
    private final List<Lane> lanes = new ArrayList<>();
    private Header header;
    private BoundRow common;
    private boolean ragged;

    /** @param explanation of one record, or null */
    Reading(
            Source source,
            List<RecordSet> takers,
            String name,
            Scope scope,
            Map<String, JoinTable> tables,
            Explanation explanation,
            Consumer<Outcome> sink) {
        this.source = source;
        this.takers = takers;
        this.name = name;
        this.scope = scope;
        this.sink = sink;
        this.explanation = explanation;
        this.extras = new Extras(name, source.joins(), tables);
        this.totals = new Totals(source.totals(), name);
    }

    void read(Path file) throws Unreadable {
        open(file, this::readRecords);
    }

    /** What a variable or context tells of the whole file, not later than one of its first records; else null. */
    Object told(Path file, String variable) throws Unreadable {
        open(file, stream -> {
            if (extras.get(variable) == null) {
                bindTable(stream);
                for (int i = 0; i < FIRST && extras.get(variable) == null && stream.next(); i++) {
                    context(stream.current());
                }
            }
        });
        return extras.get(variable);
    }

    private void open(Path file, Work work) throws Unreadable {
        try {
            FileVariables.read(source, file, name, extras);
            try (RecordStream stream = format().open(file, name)) {
                work.on(stream);
            }
        } catch (BrokenSource broken) {
            throw new Unreadable(broken.problem());
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private void readRecords(RecordStream stream) throws IOException, BrokenSource, Unreadable {
        ragged = stream.isRagged();
        if (source.format() instanceof TreeFormat) {
            bindTree();
        } else {
            bindTable(stream);
        }
        while (stream.next()) {
            take(stream.current(), lanes.get(stream.lane()));
        }
        for (Lane lane : lanes) {
            lane.atEnd();
        }
        totals.atEnd();
        totals.tell(sink);
    }

    /** The lanes of a document: record sets of the same path read the same records. */
    private Format format() {
        if (!(source.format() instanceof TreeFormat tree)) {
            return source.format();
        }
        List<TreeFormat.Lane> readers = new ArrayList<>();
        byPath().forEach((each, sets) -> readers.add(new TreeFormat.Lane(
                each,
                paths(sets).stream().map(paths -> tree.column(paths, each)).toList())));
        return tree.with(readers);
    }

    private Map<List<Step>, List<RecordSet>> byPath() {
        Map<List<Step>, List<RecordSet>> paths = new LinkedHashMap<>();
        takers.forEach(set ->
                paths.computeIfAbsent(set.each(), each -> new ArrayList<>()).add(set));
        return paths;
    }

    private static List<List<String>> paths(List<RecordSet> sets) {
        return sets.stream()
                .flatMap(set -> set.columns().paths().stream())
                .distinct()
                .toList();
    }

    private void bindTree() throws Unreadable {
        for (List<RecordSet> sets : byPath().values()) {
            List<String> captions = paths(sets).stream().map(Columns::together).toList();
            Header columns = new Header(name, 1, captions, false);
            Lane lane = new Lane(sets, columns, name, scope, explanation, sink);
            lane.bind(extras, null, new boolean[columns.size()], new MissingColumns());
            lanes.add(lane);
        }
    }

    private void bindTable(RecordStream stream) throws IOException, BrokenSource, Unreadable {
        List<List<Columns.Wanted>> asked =
                takers.stream().map(set -> set.columns().required()).toList();
        header = HeaderSearch.of(stream, name, source.captions(), source.findsHeader(), asked);
        MissingColumns missing = new MissingColumns();
        boolean[] wanted = new boolean[header.size()];
        Lane lane = new Lane(takers, header, name, scope, explanation, sink);
        lane.bind(extras, stream.current(), wanted, missing);
        int[] slots = header.bind(source.common(), missing);
        common = new BoundRow(header, slots, extras.of(source.common()), stream.current());
        bindFillDown(missing, wanted);
        header.check(missing);
        source.common().mark(slots, wanted);
        stream.want(wanted);
        lanes.add(lane);
    }

    private void bindFillDown(MissingColumns missing, boolean[] wanted) {
        List<Integer> filled = new ArrayList<>();
        for (String column : source.fillDown()) {
            Integer position = header.positions().get(column);
            if (position == null) {
                missing.add("'" + column + "' (fillDown)");
            } else {
                filled.add(position);
                wanted[position] = true;
            }
        }
        if (!filled.isEmpty()) {
            header.fillDown(filled);
        }
    }

    private void take(SourceRecord record, Lane lane) throws Unreadable {
        if (record.isBlank()) {
            lane.filtered("blank", record.line());
            return;
        }
        if (header != null && lane.isHeaderAgain()) {
            lane.filtered("repeated-header", record.line());
            return;
        }
        String special = common == null ? null : special(record);
        if (special == null) {
            special = record.furniture();
        }
        if (special != null) {
            lane.filtered(special, record.line());
            return;
        }
        SourceRecord.Defect defect = record.defect();
        if (header != null && !ragged && !lane.fits(record.count())) {
            lane.ragged(record);
        } else if (defect != null) {
            lane.defective(record, defect.position(), defect.message());
        } else {
            if (header != null) {
                header.remember(record);
            }
            if (common != null) {
                totals.add(common, record.line());
            }
            lane.take(record);
        }
    }

    /** The name of the context or total that a record is, after what it says was taken in; else null. */
    private String special(SourceRecord record) throws Unreadable {
        String context = context(record);
        try {
            return context == null ? totals.compared(common, record.line()) : context;
        } catch (Condition.Failed failed) {
            throw notUnderstood(record, failed.getMessage());
        }
    }

    private String context(SourceRecord record) throws Unreadable {
        try {
            for (ContextRule rule : source.contexts()) {
                if (rule.when().holds(common)) {
                    rule.clear().forEach(cleared -> extras.set(cleared, null));
                    for (Map.Entry<String, Rule<?>> value : rule.set().entrySet()) {
                        extras.set(value.getKey(), value.getValue().of(common));
                    }
                    return rule.name();
                }
            }
            return null;
        } catch (CellProblem unclear) {
            throw notUnderstood(record, Shown.message(unclear, null));
        } catch (Condition.Failed failed) {
            throw notUnderstood(record, failed.getMessage());
        }
    }

    private Unreadable notUnderstood(SourceRecord record, String message) {
        return new Unreadable(new Problem(
                name,
                record.line(),
                0,
                message,
                Shown.excerpt(record.raw()),
                "What follows this record cannot be understood without it."));
    }
}
