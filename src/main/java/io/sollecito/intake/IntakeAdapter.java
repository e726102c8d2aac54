package io.sollecito.intake;

import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.RecordSet;
import io.sollecito.mapping.Scope;
import io.sollecito.model.Creditor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the ERP routes call by the name {@code intakeAdapter}: one call takes one export. */
public final class IntakeAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeAdapter.class);

    private final Intake intake;
    private final Connections connections;
    private final Path mappings;
    private final Function<String, Creditor> creditors;
    private final Clock clock;
    private final Map<String, Mapping> loaded = new ConcurrentHashMap<>();

    /** @param mappings the folder of the mapping files */
    public IntakeAdapter(
            Intake intake, Connections connections, Path mappings, Function<String, Creditor> creditors, Clock clock) {
        this.intake = intake;
        this.connections = connections;
        this.mappings = mappings;
        this.creditors = creditors;
        this.clock = clock;
    }

    /**
     * Takes a file.
     *
     * @param file the working copy
     * @param name its remote name, which is data and never part of a path
     * @param modified the remote time stamp in milliseconds
     */
    public void takeFile(
            String route,
            String creditor,
            String source,
            String mappingName,
            String delivers,
            File file,
            String name,
            Long modified)
            throws IOException {
        take(route, creditor, source, mappingName, delivers, file, name, modified);
    }

    /** Takes a file and says what became of it, for who wants to know. */
    public Taken take(
            String route,
            String creditor,
            String source,
            String mappingName,
            String delivers,
            File file,
            String name,
            Long modified)
            throws IOException {
        Mapping mapping = mapping(mappingName);
        Scope scope = new Scope(creditor, source);
        Instant asOf = mapping.asOf(name)
                .map(local -> local.atZone(creditors.apply(creditor).zone()).toInstant())
                .orElse(Instant.ofEpochMilli(modified));
        String kind = mapping.kindOf(name);
        Intake.Origin origin = new Intake.Origin(route, creditor, source, kind, delivers);
        Taken taken = intake.takeFile(
                origin, file.toPath(), name, asOf, sink -> mapping.readFile(file.toPath(), name, scope, sink));
        log(route, name, taken);
        return taken;
    }

    /** The kinds of records that the mapping asks the database for: one query, and one export, each. */
    public List<String> queries(String mappingName) {
        return mapping(mappingName).recordSets().stream().map(RecordSet::kind).toList();
    }

    /** What to ask the database for records of a kind. */
    public SqlQuestion ask(String route, String mappingName, String company, String kind) {
        String asked = company == null || company.isBlank() ? null : company;
        return new SqlQuestion(
                kind,
                recordSet(mappingName, kind).camelQuery(asked),
                new Watermarks(connections, route).of(kind),
                asked);
    }

    /** Takes the rows that the question was answered with, streamed; the watermark of their kind moves in the same transaction. */
    public void takeRows(
            String route,
            String creditor,
            String source,
            String mappingName,
            String delivers,
            String kind,
            Iterator<Map<String, Object>> rows) {
        WatchedRows watched = new WatchedRows(rows, recordSet(mappingName, kind).watermark());
        Instant now = clock.instant();
        Mapping mapping = mapping(mappingName);
        Scope scope = new Scope(creditor, source);
        Intake.Origin origin = new Intake.Origin(route, creditor, source, kind, delivers);
        Taken taken = intake.takeRows(origin, kind + "@" + now, now, sink -> {
            mapping.readRows(kind, watched, scope, sink);
            watched.greatest().ifPresent(mark -> new Watermarks(connections, route).move(kind, mark));
        });
        log(route, kind, taken);
    }

    private static void log(String route, String name, Taken taken) {
        if (taken.applied()) {
            LOG.info("connection {} export {} ({}): {}", route, taken.id(), name, taken.counts());
        } else if (taken.state().equals("unchanged")) {
            LOG.debug("connection {} ({}): unchanged", route, name);
        } else {
            LOG.warn("connection {} export {} ({}) is {}: {}", route, taken.id(), name, taken.state(), taken.reason());
        }
    }

    private RecordSet recordSet(String mappingName, String kind) {
        return mapping(mappingName).recordSets().stream()
                .filter(set -> set.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private Mapping mapping(String name) {
        return loaded.computeIfAbsent(name, each -> Mapping.load(mappings.resolve(each + ".yaml")));
    }
}
