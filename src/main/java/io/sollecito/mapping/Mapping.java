package io.sollecito.mapping;

import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import io.sollecito.yaml.Yaml;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A mapping file: turns the records of one source format into canonical records. Immutable, for any number of threads. */
public final class Mapping {

    private final String name;
    private final Source source;
    private final boolean sql;
    private final List<RecordSet> recordSets;

    private Mapping(String name, Source source, boolean sql, List<RecordSet> recordSets) {
        this.name = name;
        this.source = source;
        this.sql = sql;
        this.recordSets = List.copyOf(recordSets);
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
        return new Mapping(dot > 0 ? fileName.substring(0, dot) : fileName, loader.source(), loader.isSql(), loader.recordSets());
    }

    /** Everything that is wrong with a mapping file, or if nothing is, hardly meant so; empty when it is right. */
    public static List<Problem> check(Path file) {
        try {
            MappingLoader loader = new MappingLoader(Yaml.read(file));
            return loader.problems().isEmpty() ? loader.advices() : loader.problems();
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

    /** The record sets that take a file of this name; one row of it may make a record for each. */
    public List<RecordSet> recordSetsFor(String fileName) {
        String plainName = withoutFolders(fileName);
        return recordSets.stream().filter(set -> set.takes(plainName)).toList();
    }

    /** Whether it looks for the moment of a file's facts in the file's name. */
    public boolean namesDates() {
        return source.asOf() != null;
    }

    /** What moment the facts of a file are of, in the creditor's zone, if the mapping reads it in the file's name. */
    public Optional<LocalDateTime> asOf(String fileName) {
        return source.asOf() == null ? Optional.empty() : source.asOf().of(withoutFolders(fileName));
    }

    /**
     * Reads a file and tells what became of each of its records, in the file's order.
     *
     * @param name the name that it came under: it chooses the record sets, and problems carry it
     * @throws Unreadable when the file as a whole is not what the mapping reads; outcomes told before do not count then
     */
    public void readFile(Path file, String name, Scope scope, Consumer<Outcome> sink) throws Unreadable {
        List<RecordSet> takers = recordSetsFor(name);
        if (takers.isEmpty()) {
            throw new Unreadable(Problem.of(
                    name,
                    "no record set of mapping '" + this.name + "' takes a file of this name",
                    isSql()
                            ? "It reads a database."
                            : "It takes: "
                                    + String.join(
                                            ", ",
                                            recordSets.stream()
                                                    .map(RecordSet::fileGlob)
                                                    .toList()) + "."));
        }
        read(takers, file, name, scope, sink);
    }

    /** Like {@link #readFile}, with a record set that is chosen by hand instead of by the file's name. */
    public void readFileAs(RecordSet set, Path file, String name, Scope scope, Consumer<Outcome> sink)
            throws Unreadable {
        read(List.of(set), file, name, scope, sink);
    }

    private void read(List<RecordSet> takers, Path file, String name, Scope scope, Consumer<Outcome> sink)
            throws Unreadable {
        new Reading(source, takers, name, scope, Map.of(), sink).read(file);
    }

    /**
     * Maps the rows of a query and tells what became of each.
     *
     * @param kind whose query it was
     * @param rows label to value, as JDBC gives them
     * @throws ProblemsFound when the query does not deliver the columns that the record set names
     */
    public void readRows(String kind, Iterator<Map<String, Object>> rows, Scope scope, Consumer<Outcome> sink) {
        RecordSet set = recordSets.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mapping '" + name + "' makes no " + kind));
        new SqlReading(set, name, scope, sink).read(rows);
    }

    private static String withoutFolders(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
