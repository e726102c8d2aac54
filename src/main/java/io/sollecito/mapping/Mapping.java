package io.sollecito.mapping;

import io.sollecito.mapping.source.XlsxFormat;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A mapping file: turns the records of one source format into canonical records. Immutable, for any number of
 * threads.
 */
public final class Mapping {

    private final String name;
    private final Source source;
    private final boolean sql;
    private final List<RecordSet> recordSets;
    private final TakersByName byName;
    private final AskedJoins askedJoins;

    private Mapping(String name, Source source, boolean sql, List<RecordSet> recordSets) {
        this.name = name;
        this.source = source;
        this.sql = sql;
        this.recordSets = List.copyOf(recordSets);
        this.byName = new TakersByName(this.recordSets, source.joins().values());
        this.askedJoins = new AskedJoins(source);
    }

    /** @throws ProblemsFound with everything that is wrong with the file */
    public static Mapping load(Path file) {
        MappingLoader loader = new MappingLoader(Yaml.read(file));
        List<Problem> problems = loader.problems();
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        String fileName = file.getFileName().toString();
        int dot = fileName.lastIndexOf('.');
        return new Mapping(
                dot > 0 ? fileName.substring(0, dot) : fileName, loader.source(), loader.isSql(), loader.recordSets());
    }

    /**
     * Everything that is wrong with a mapping file or missing for a connection; if it can be read, also what is hardly
     * meant so. Empty when it is right.
     */
    public static List<Problem> check(Path file) {
        try {
            MappingLoader loader = new MappingLoader(Yaml.read(file));
            return loader.told();
        } catch (ProblemsFound notYaml) {
            return notYaml.problems();
        }
    }

    /** The file's name without its extension. */
    public String name() {
        return name;
    }

    public List<RecordSet> recordSets() {
        return recordSets;
    }

    /** Whether it reads a database instead of files. */
    public boolean isSql() {
        return sql;
    }

    /**
     * The record sets that take a file of this name; one row of it may make a record for each. A list of keys is nothing
     * else.
     */
    public List<RecordSet> recordSetsFor(String fileName) {
        return byName.of(fileName);
    }

    /**
     * The kind of the records that a file of this name, or an archive, brings first; {@code unknown} when no record
     * set takes it.
     */
    public String kindOf(String fileName) {
        return byName.ofPacked(fileName).stream()
                .findFirst()
                .map(RecordSet::kind)
                .orElse("unknown");
    }

    /** Whether the name is an archive's. */
    public static boolean isPacked(String fileName) {
        return TakersByName.isPacked(fileName);
    }

    /** The kinds of the records that a file of this name may bring, or an archive of files with any name. */
    public List<String> kindsOf(String fileName) {
        return byName.ofPacked(fileName).stream()
                .map(RecordSet::kind)
                .distinct()
                .toList();
    }

    /** Whether a file of this name is a snapshot or a delta; its open items decide if it brings other records too. */
    public Agreed agreed(String fileName, String route) {
        return Agreed.of(name, recordSets, byName.ofPacked(fileName), route);
    }

    /** Whether what one of the record sets reads is a snapshot or a delta. */
    public Agreed agreed(RecordSet set, String route) {
        return Agreed.of(name, recordSets, List.of(set), route);
    }

    /** Whether other files are only complete together with a file of this name. */
    public boolean isJoined(String fileName) {
        return byName.isJoined(fileName);
    }

    /**
     * The files that a file must be read with.
     *
     * @param others those that are there, newest first
     * @throws Unreadable when one of them is not
     */
    public List<InputFile> partnersOf(InputFile file, List<InputFile> others) throws Unreadable {
        return askedJoins.partnersOf(file, recordSetsFor(file.name()), others);
    }

    /** Whether some of its files must be read with others. */
    public boolean hasJoins() {
        return !askedJoins.by(recordSets).isEmpty();
    }

    /** Whether it looks for the moment of a file's facts in the file's name. */
    public boolean namesDates() {
        return source.asOf() != null && !source.asOf().isInContent();
    }

    /**
     * What moment the facts of a file are of, if the mapping reads it in the file or in its name; of an archive's files
     * the earliest.
     *
     * @param zone of days and times that do not say theirs
     * @throws Unreadable when the file should say it and does not
     */
    public Optional<Instant> asOf(Path file, String name, ZoneId zone) throws Unreadable {
        if (source.asOf() == null || namesDates()) {
            return namesDates() ? source.asOf().ofName(InputFile.plainName(name), zone) : Optional.empty();
        }
        try (InputFiles inputs = InputFiles.of(List.of(new InputFile(file, name)), readsWorkbooks())) {
            Instant earliest = null;
            for (InputFile each : ownOf(inputs.files())) {
                Instant told = new ContentAsOf(source, takersOf(each), each).read(zone);
                earliest = earliest == null || told.isBefore(earliest) ? told : earliest;
            }
            return Optional.ofNullable(earliest);
        }
    }

    /** The files whose records are read, without those that they are joined with. */
    private List<InputFile> ownOf(List<InputFile> files) {
        return files.stream()
                .filter(each -> files.size() == 1 || !isJoined(each.name()))
                .toList();
    }

    /**
     * Reads a file, or those that are packed in it, and tells what became of each record, in the file's order.
     *
     * @param name the name that it came under: it chooses the record sets, and problems carry it
     * @throws Unreadable when the file as a whole is not what the mapping reads; outcomes told before do not count then
     */
    public void readFile(Path file, String name, Scope scope, Consumer<Outcome> sink) throws Unreadable {
        try (InputFiles inputs = InputFiles.of(List.of(new InputFile(file, name)), readsWorkbooks())) {
            for (InputFile each : ownOf(inputs.files())) {
                read(each, inputs.files(), scope, sink);
            }
        }
    }

    /**
     * Reads one file that is not packed.
     *
     * @param others the files that came with it, for askedJoins; itself may be among them
     */
    public void read(InputFile file, List<InputFile> others, Scope scope, Consumer<Outcome> sink) throws Unreadable {
        readAs(takersOf(file), file, others, scope, sink);
    }

    private List<RecordSet> takersOf(InputFile file) throws Unreadable {
        List<RecordSet> takers = recordSetsFor(file.name());
        if (takers.isEmpty()) {
            throw new Unreadable(Problem.of(
                    file.name(),
                    "no record set of mapping '" + this.name + "' takes a file of this name",
                    isSql()
                            ? "It reads a database."
                            : "It takes: "
                                    + recordSets.stream()
                                            .map(RecordSet::fileGlob)
                                            .filter(Objects::nonNull)
                                            .distinct()
                                            .collect(Collectors.joining(", "))
                                    + "."));
        }
        return takers;
    }

    /** Like {@link #read}, with record sets that are chosen by hand instead of by the file's name. */
    public void readAs(
            List<RecordSet> sets, InputFile file, List<InputFile> others, Scope scope, Consumer<Outcome> sink)
            throws Unreadable {
        Map<String, JoinTable> tables = JoinTable.readAll(askedJoins.by(sets), file, others);
        new Reading(source, sets, file.name(), scope, tables, null, sink).read(file.path());
    }

    /**
     * Reads a record that a person corrected, with the lines before it that it depends on: its header, and what says
     * something about it. Rows of a workbook are lines of text there.
     *
     * @param text under the name of the file that it came from
     * @param others the files that it is only complete with
     * @param kind what that file brought, where its name does not say
     */
    public void readCorrection(InputFile text, List<InputFile> others, String kind, Scope scope, Consumer<Outcome> sink)
            throws Unreadable {
        List<RecordSet> named = recordSetsFor(text.name());
        List<RecordSet> takers = named.isEmpty()
                ? recordSets.stream().filter(set -> set.kind().equals(kind)).toList()
                : named;
        Map<String, JoinTable> tables =
                JoinTable.readAll(askedJoins.by(takers), text, others.isEmpty() ? List.of(text) : others);
        new Reading(source.ofCorrections(), takers, text.name(), scope, tables, null, sink).read(text.path());
    }

    /**
     * Tells for the record at a line how each of its fields came about.
     *
     * @param out takes the explanation line by line; nothing when there is no such record
     */
    public void explain(InputFile file, List<InputFile> others, Scope scope, long line, Consumer<String> out)
            throws Unreadable {
        List<RecordSet> named = recordSetsFor(file.name());
        List<RecordSet> takers = named.isEmpty() ? recordSets : named;
        Map<String, JoinTable> tables = JoinTable.readAll(askedJoins.by(takers), file, others);
        new Reading(source, takers, file.name(), scope, tables, new Explanation(line, out), outcome -> {})
                .read(file.path());
    }

    /** Whether its files are zip files by nature. */
    public boolean readsWorkbooks() {
        return source.format() instanceof XlsxFormat;
    }

    /**
     * Maps the rows of a query and tells what became of each.
     *
     * @param kind whose query it was
     * @param rows label to value, as JDBC gives them
     * @throws ProblemsFound when the query does not deliver the columns that the record set names
     */
    public void readRows(String kind, Iterator<Map<String, Object>> rows, Scope scope, Consumer<Outcome> sink) {
        new SqlReading(recordSet(kind), name, scope, sink).read(rows);
    }

    /** The first record set of a kind. */
    public RecordSet recordSet(String kind) {
        return recordSets.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mapping '" + name + "' makes no " + kind));
    }
}
