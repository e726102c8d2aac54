package io.sollecito.cli;

import io.sollecito.bank.MappedStatements;
import io.sollecito.bank.StatementFile;
import io.sollecito.bank.StatementJson;
import io.sollecito.bank.StatementReader;
import io.sollecito.mapping.Mapping;
import io.sollecito.model.Amounts;
import io.sollecito.model.OneLine;
import io.sollecito.model.ProblemsFound;
import io.sollecito.model.Statement;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
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
    public Integer call() {
        if (format != null && mapping != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--format and --mapping say two things of the same files");
        }
        if (format != null
                && StatementReader.formats().stream()
                        .noneMatch(known -> format.equals(known) || format.startsWith(known + "."))) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--format " + format + " is not known; known are " + StatementReader.formats());
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
            StatementFile read = lists == null
                    ? StatementReader.read(Path.of(file), file, format)
                    : MappedStatements.read(lists, Path.of(file), file);
            problems |= !read.problems().isEmpty();
            print(read);
        }
        return problems ? 1 : 0;
    }

    private void print(StatementFile file) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (json) {
            out.println(StatementJson.write(file));
        } else {
            file.statements().forEach(statement -> print(file, statement, out));
        }
        file.problems().forEach(err::println);
        out.flush();
        err.flush();
    }

    private static void print(StatementFile file, Statement statement, PrintWriter out) {
        out.println(file.file() + " (" + file.format() + "): account " + statement.account() + ", statement "
                + statement.statementId());
        out.println("  opening " + balance(statement, true) + ", closing " + balance(statement, false)
                + (statement.balanced() == null ? "" : statement.balanced() ? ", adds up" : ", DOES NOT ADD UP"));
        for (Statement.Entry entry : statement.entries()) {
            out.println("  " + entry.bookingDate() + "  " + Amounts.text(entry.amount(), entry.currency()) + " "
                    + entry.currency() + (entry.reversal() ? " (reversal)" : "")
                    + (entry.bankReference() == null ? "" : "  ref " + entry.bankReference()));
            for (Statement.Payment payment : entry.payments()) {
                out.println("      " + Amounts.text(payment.amount(), payment.currency()) + "  "
                        + (payment.counterparty() == null
                                ? ""
                                : text(payment.counterparty().name()) + " "
                                        + text(payment.counterparty().iban()))
                        + "  " + text(payment.creditorReference()) + " " + text(payment.remittance())
                        + (payment.returnReason() == null ? "" : "  returned: " + payment.returnReason()));
            }
        }
    }

    private static String balance(Statement statement, boolean opening) {
        var amount = opening ? statement.openingBalance() : statement.closingBalance();
        var date = opening ? statement.openingDate() : statement.closingDate();
        return amount == null
                ? "not given"
                : Amounts.text(amount, statement.currency()) + " " + statement.currency() + " on " + date;
    }

    private static String text(String value) {
        return OneLine.of(value);
    }
}
