package io.sollecito.cli;

import io.sollecito.mapping.Draft;
import io.sollecito.mapping.InputFile;
import io.sollecito.mapping.Mapping;
import io.sollecito.mapping.RecordSet;
import io.sollecito.mapping.RepeatedKeys;
import io.sollecito.mapping.Scope;
import io.sollecito.mapping.Unreadable;
import io.sollecito.model.Problem;
import io.sollecito.model.ProblemsFound;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub map}: what a mapping makes of files; writes nothing. */
@Command(
        name = "map",
        description =
                "Applies a mapping to files and prints canonical records, what was filtered and what was quarantined.",
        mixinStandardHelpOptions = true)
public final class MapCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int PROBLEMS = 1;
    private static final int WRONG_USAGE = 2;

    @Parameters(
            index = "0",
            paramLabel = "MAPPING",
            description = "A mapping file, or its name in the hub's folder of mappings.")
    private String mapping;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILE",
            description = "Exports of the source; - is standard input.")
    private List<String> files;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(
            names = "--creditor",
            paramLabel = "CODE",
            defaultValue = "CREDITOR",
            description = "The creditor that the records are of (default: ${DEFAULT-VALUE}).")
    private String creditor;

    @Option(names = "--source", paramLabel = "NAME", description = "The source's name (default: the mapping's name).")
    private String source;

    @Option(names = "--init", description = "Proposes a mapping for the one file that is given; no MAPPING then.")
    private boolean init;

    @Option(
            names = "--explain",
            paramLabel = "LINE",
            description = "How every field of the record at this line came about.")
    private Long explain;

    @Option(names = "--sample", paramLabel = "N", description = "Stops after the first N records of each file.")
    private Long sample;

    @Spec
    private CommandSpec spec;

    private final Supplier<Path> mappings;

    /** @param mappings the folder of the house's mappings */
    public MapCommand(Supplier<Path> mappings) {
        this.mappings = mappings;
    }

    @Override
    public Integer call() {
        PrintWriter out = new PrintWriter(new BufferedWriter(spec.commandLine().getOut()));
        if (init == (files != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    init ? "--init takes one file and no mapping" : "Missing required parameter: 'FILE'");
        }
        try {
            if (init) {
                return draft(out);
            }
            return map(NamedMapping.load(mapping, mappings.get()), json ? MapReport.json(out) : MapReport.text(out));
        } catch (ProblemsFound problems) {
            problems.problems().forEach(this::tell);
            return PROBLEMS;
        } finally {
            out.flush();
            spec.commandLine().getErr().flush();
        }
    }

    private int draft(PrintWriter out) {
        Path file = Path.of(mapping);
        if (!Files.isReadable(file)) {
            tell(Problem.of(mapping, "cannot be read", "Check that the file exists."));
            return PROBLEMS;
        }
        try {
            out.print(Draft.of(file, mapping));
            return DONE;
        } catch (Unreadable unreadable) {
            tell(unreadable.problem());
            return PROBLEMS;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private int map(Mapping loaded, MapReport report) {
        if (loaded.isSql()) {
            spec.commandLine().getErr().println("Mapping '" + loaded.name() + "' reads a database, not files.");
            return WRONG_USAGE;
        }
        boolean allReadable = true;
        try (GivenFiles given = GivenFiles.of(files, loaded.readsWorkbooks())) {
            given.problems().forEach(this::tell);
            allReadable = given.problems().isEmpty();
            for (InputFile file : given.files()) {
                if (!loaded.isJoined(file.name()) || given.files().size() == 1) {
                    allReadable &= explain == null
                            ? mapFile(loaded, file, given.files(), report)
                            : explain(loaded, file, given.files());
                }
            }
        }
        if (explain != null) {
            return allReadable ? DONE : PROBLEMS;
        }
        if (!allReadable && report.read() == 0 && !json) {
            return PROBLEMS;
        }
        boolean clean = report.finish();
        if (report.doubt() != null) {
            spec.commandLine().getErr().println(report.doubt());
        }
        return allReadable && clean ? DONE : PROBLEMS;
    }

    private boolean explain(Mapping loaded, InputFile file, List<InputFile> others) {
        Scope scope = new Scope(creditor, source == null ? loaded.name() : source);
        List<String> told = new ArrayList<>();
        try {
            loaded.explain(file, others, scope, explain, told::add);
        } catch (Unreadable unreadable) {
            unreadable.problems().forEach(this::tell);
        }
        told.forEach(spec.commandLine().getOut()::println);
        if (told.isEmpty()) {
            tell(new Problem(
                    file.name(),
                    explain,
                    0,
                    "no record that the mapping wants begins at this line",
                    null,
                    "Call it without --explain to see the lines of the records."));
        }
        return !told.isEmpty();
    }

    private boolean mapFile(Mapping loaded, InputFile file, List<InputFile> others, MapReport report) {
        Scope scope = new Scope(creditor, source == null ? loaded.name() : source);
        try {
            List<RecordSet> takers = loaded.recordSetsFor(file.name());
            if (takers.isEmpty()) {
                return mapFileOfAnotherName(loaded, file, others, scope, report);
            }
            Optional<Instant> asOf = loaded.asOf(file.path(), file.name(), ZoneOffset.UTC);
            if (loaded.namesDates() && asOf.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println(file.name()
                                + ": asOf.fileName reads no date in this name; the hub would take the time at which"
                                + " the file was last changed on the server for the moment of its facts");
            }
            RepeatedKeys keys = new RepeatedKeys(file.name(), takers);
            Sample.read(sample, keys::note, sink -> loaded.read(file, others, scope, sink));
            Sample.read(
                    sample,
                    outcome -> keys.judge(outcome, report::take),
                    sink -> loaded.read(file, others, scope, sink));
            return true;
        } catch (Unreadable unreadable) {
            unreadable.problems().forEach(this::tell);
            return false;
        }
    }

    /** Whoever tries a mapping may call the file as he likes: the one record set that can read it, or is there, takes it. */
    private boolean mapFileOfAnotherName(
            Mapping loaded, InputFile file, List<InputFile> others, Scope scope, MapReport report) throws Unreadable {
        Map<RecordSet, RepeatedKeys> readable = new LinkedHashMap<>();
        for (RecordSet set : loaded.recordSets()) {
            readKeys(loaded, set, file, others, scope).ifPresent(keys -> readable.put(set, keys));
        }
        if (readable.isEmpty() && loaded.recordSets().size() == 1) {
            loaded.readAs(loaded.recordSets(), file, others, scope, report::take);
        } else if (readable.size() != 1) {
            loaded.read(file, others, scope, report::take);
        }
        for (Map.Entry<RecordSet, RepeatedKeys> only : readable.entrySet()) {
            spec.commandLine()
                    .getErr()
                    .println(file.name() + ": a connection would not take a file of this name; read as "
                            + only.getKey().kind());
            loaded.readAs(
                    List.of(only.getKey()),
                    file,
                    others,
                    scope,
                    outcome -> only.getValue().judge(outcome, report::take));
        }
        return true;
    }

    private static Optional<RepeatedKeys> readKeys(
            Mapping loaded, RecordSet set, InputFile file, List<InputFile> others, Scope scope) {
        RepeatedKeys keys = new RepeatedKeys(file.name(), List.of(set));
        try {
            loaded.readAs(List.of(set), file, others, scope, keys::note);
            return Optional.of(keys);
        } catch (Unreadable notOfThisKind) {
            return Optional.empty();
        }
    }

    private void tell(Problem problem) {
        spec.commandLine().getErr().println(problem);
    }
}
