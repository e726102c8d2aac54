package io.sollecito.cli;

import io.sollecito.bank.MappedStatements;
import io.sollecito.bank.StatementReader;
import io.sollecito.bank.StatementSink;
import io.sollecito.mapping.Mapping;
import io.sollecito.model.ProblemsFound;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub statement}: reads bank statements and prints them normalized; writes nothing. */
@Command(
        name = "statement",
        description = "Reads bank statements and prints them normalized.",
        mixinStandardHelpOptions = true)
public final class StatementCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Bank statement files.")
    private List<String> files;

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "The files' format, such as camt or mt940; told from the content if not given.")
    private String format;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "The files are lists (CSV, Excel) that this mapping of kind statement reads: a file, or the"
                    + " name of one in the hub's folder of mappings.")
    private String mapping;

    @Option(names = "--json", description = "One JSON object per file on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Supplier<Path> mappings;

    /** With mappings that are named by their files alone. */
    public StatementCommand() {
        this(() -> Path.of("mappings"));
    }

    /** @param mappings the folder of the house's mappings */
    public StatementCommand(Supplier<Path> mappings) {
        this.mappings = mappings;
    }

    @Override
    public Integer call() throws IOException {
        if (format != null && mapping != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--format and --mapping say two things of the same files");
        }
        if (format != null
                && StatementReader.formats().stream()
                        .noneMatch(known -> format.equals(known) || format.startsWith(known + "."))) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--format " + format + " is not known; known are "
                            + StatementReader.formats().stream().sorted().collect(Collectors.joining(", ")));
        }
        Mapping lists;
        try {
            lists = mapping == null ? null : NamedMapping.load(mapping, mappings.get());
        } catch (ProblemsFound wrong) {
            wrong.problems().forEach(spec.commandLine().getErr()::println);
            return 1;
        }
        boolean problems = false;
        for (String file : files) {
            problems |= print(file, lists);
        }
        return problems ? 1 : 0;
    }

    private boolean print(String file, Mapping lists) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (PrintedStatements printed = new PrintedStatements(json ? new StatementAsJson() : new StatementAsText())) {
            printed.print(file, read(file, lists, printed), out);
            printed.problems().forEach(err::println);
            out.flush();
            err.flush();
            return !printed.problems().isEmpty();
        }
    }

    /** What the file is; null when it is no statement. */
    private String read(String file, Mapping lists, StatementSink sink) {
        if (lists == null) {
            return StatementReader.read(Path.of(file), file, format, sink);
        }
        MappedStatements.read(lists, Path.of(file), file, sink);
        return MappedStatements.format(lists);
    }
}
