package io.sollecito.intake;

import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.mapping.InputFile;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.RecordSet;
import io.sollecito.mapping.Scope;
import io.sollecito.model.Creditor;
import io.sollecito.model.ProblemsFound;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
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
     * @param delivers snapshot or delta where the mapping says either; else blank, or what the mapping says
     * @param file the working copy
     * @param name its remote name, which is data and never part of a path
     * @param modified the remote time stamp in milliseconds
     * @throws ProblemsFound when the mapping is wrong or makes what no ERP's connection brings; nothing was staged then
     */
    public FileOutcome takeFile(
            String route,
            String creditor,
            String source,
            String mappingName,
            String delivers,
            File file,
            String name,
            Long modified)
            throws IOException {
        Arrival arrival = take(route, creditor, source, mappingName, delivers, file, name, modified);
        return arrival.isRefused()
                ? FileOutcome.refused(List.of(arrival.export().reason()))
                : FileOutcome.TAKEN;
    }

    /** Takes a file and says what became of it, for who wants to know. */
    public Arrival take(
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
        Admission admission = admission(mapping, delivers);
        admission.ofFile(name);
        ArrivedFiles files = new ArrivedFiles(
                intake,
                route,
                mapping,
                each -> new Intake.Origin(route, creditor, source, mapping.kindOf(each), admission.ofFile(each)),
                creditors.apply(creditor).zone());
        Arrival arrival =
                files.take(new InputFile(file.toPath(), name), modified, (each, taken) -> log(route, each, taken));
        if (arrival.export() == null) {
            LOG.info("connection {} ({}): kept for the files that it completes", route, name);
        }
        return arrival;
    }

    /** Whether a file of that name is a snapshot or a delta, as its mapping and the route say together. */
    String delivers(String mappingName, String delivers, String name) {
        return admission(mapping(mappingName), delivers).ofFile(name);
    }

    /**
     * The kinds of records that the mapping asks the database for: one query, and one export, each.
     *
     * @param keysAfter the time of day, in the creditor's zone, after which the keys of all that is open are asked for
     *     too, once; last, so that what is new is known by then
     */
    public List<String> queries(String route, String creditor, String mappingName, String keysAfter) {
        List<String> kinds = new ArrayList<>(
                mapping(mappingName).recordSets().stream().map(RecordSet::kind).toList());
        if (kinds.remove(RecordSet.KEYS)
                && nightlyKeys(route)
                        .areDue(
                                LocalTime.parse(keysAfter),
                                creditors.apply(creditor).zone(),
                                clock.instant())) {
            kinds.add(RecordSet.KEYS);
        }
        return kinds;
    }

    private NightlyKeys nightlyKeys(String route) {
        return new NightlyKeys(new Watermarks(connections, route));
    }

    /** What to ask the database for records of a kind. */
    public SqlQuestion ask(String route, String mappingName, String company, String kind) {
        String asked = company == null || company.isBlank() ? null : company;
        return new SqlQuestion(
                kind,
                mapping(mappingName).recordSet(kind).camelQuery(asked),
                new Watermarks(connections, route).of(kind),
                asked);
    }

    /**
     * Takes the rows that the question was answered with, streamed; the watermark of their kind moves in the same
     * transaction.
     *
     * @param delivers as for files
     * @throws ProblemsFound as for files
     */
    public void takeRows(
            String route,
            String creditor,
            String source,
            String mappingName,
            String delivers,
            String kind,
            Iterator<Map<String, Object>> rows) {
        Mapping mapping = mapping(mappingName);
        WatchedRows watched = new WatchedRows(rows, mapping.recordSet(kind).watermark());
        Instant now = clock.instant();
        String agreed = admission(mapping, delivers).ofQuery(kind);
        Scope scope = new Scope(creditor, source);
        Intake.Origin origin = new Intake.Origin(route, creditor, source, kind, agreed);
        Taken taken = intake.takeRows(origin, kind + "@" + now, now, sink -> {
            mapping.readRows(kind, watched, scope, sink);
            watched.greatest().ifPresent(mark -> new Watermarks(connections, route).move(kind, mark));
        });
        if (kind.equals(RecordSet.KEYS)) {
            nightlyKeys(route).asked(now);
        }
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

    private Admission admission(Mapping mapping, String delivers) {
        return new Admission(mapping, file(mapping.name()), delivers);
    }

    private Mapping mapping(String name) {
        return loaded.computeIfAbsent(name, each -> Mapping.load(file(each)));
    }

    private Path file(String mapping) {
        return mappings.resolve(mapping + ".yaml");
    }
}
