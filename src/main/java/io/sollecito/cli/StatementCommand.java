package io.sollecito.cli;

import io.sollecito.bank.StatementReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
            description = "The files' format, such as camt; detected if not given.")
    private String format;

    @Option(names = "--json", description = "One JSON object per file on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (format != null
                && StatementReader.formats().stream()
                        .noneMatch(known -> format.equals(known) || format.startsWith(known + "."))) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--format " + format + " is not known; known are " + StatementReader.formats());
        }
        boolean problems = false;
        for (String file : files) {
            problems |= print(file);
        }
        return problems ? 1 : 0;
    }

    private boolean print(String file) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (PrintedStatements printed = new PrintedStatements(json ? new StatementAsJson() : new StatementAsText())) {
            printed.print(file, StatementReader.read(Path.of(file), file, format, printed), out);
            printed.problems().forEach(err::println);
            out.flush();
            err.flush();
            return !printed.problems().isEmpty();
        }
    }
}
