package io.sollecito.cli;

import io.sollecito.check.House;
import io.sollecito.model.ProblemsFound;
import io.sollecito.reconciliation.NotOursRules;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The {@code hub} command. Exit status: 0 done; 1 the input has problems; 2 wrong usage; 3 refused to act; 4 the environment failed. */
@Command(
        name = "hub",
        description = "Sollecito, the receivables hub. Its script adds: demo, test, bench, run.",
        mixinStandardHelpOptions = true)
public final class Hub implements Runnable {

    /** What goes along with a call that a running hub answers; the text of the file it names, if any. */
    public record ForLedger(Optional<String> handsOver) {}

    @Spec
    private CommandSpec spec;

    private Hub() {}

    /** The commands on files, for tests. */
    public static CommandLine commandLine() {
        return commandLine(
                () -> {
                    throw CannotDo.environment("There is no ledger here.");
                },
                Caller.local(),
                Path.of(""));
    }

    /**
     * The whole command.
     *
     * @param ledger opened at most once, by a command that needs it
     * @param root where the house's folders lie
     */
    public static CommandLine commandLine(Supplier<LedgerTools> ledger, Caller caller, Path root) {
        CommandLine hub = new CommandLine(new Hub())
                .addSubcommand(new CheckCommand(() -> House.read(root)))
                .addSubcommand(new MapCommand(() -> House.read(root).mappings()))
                .addSubcommand(new StatementCommand(() -> House.read(root).mappings()))
                .addSubcommand(new MatchCommand(
                        () -> NotOursRules.load(House.read(root).creditors()),
                        () -> House.read(root).mappings()))
                .addSubcommand(new PlanCommand(ledger, () -> House.read(root)))
                .addSubcommand(new SimulateCommand(() -> House.read(root), System::nanoTime))
                .addSubcommand(new WhyCommand(ledger))
                .addSubcommand(new HealthCommand(ledger))
                .addSubcommand(new ContactsCommand(ledger))
                .addSubcommand(new TotalsCommand(ledger, caller))
                .addSubcommand(new AgeingCommand(ledger))
                .addSubcommand(new HoldCommand(ledger, caller))
                .addSubcommand(new MoveCommand(ledger, caller))
                .addSubcommand(new PromiseCommand(ledger, caller))
                .addSubcommand(new PaymentPlanCommand(ledger, caller))
                .addSubcommand(new DisputeCommand(ledger, caller))
                .addSubcommand(new ReplyCommand(ledger, caller))
                .addSubcommand(new SucceedCommand(ledger, caller))
                .addSubcommand(new MergeCommand(ledger, caller))
                .addSubcommand(new TaskCommand(ledger, caller))
                .addSubcommand(new BillCommand(ledger, caller))
                .addSubcommand(new DossierCommand(ledger))
                .addSubcommand(new ApproveCommand(ledger, caller))
                .addSubcommand(new ReleaseCommand(ledger, caller))
                .addSubcommand(new CommandLine(new ProposalCommand(ledger))
                        .addSubcommand(new ProposalDecision.Approve(ledger, caller))
                        .addSubcommand(new ProposalDecision.Change(ledger, caller))
                        .addSubcommand(new ProposalDecision.Release(ledger, caller)))
                .addSubcommand(new AllocateCommand(ledger, caller))
                .addSubcommand(new ReverseCommand(ledger, caller))
                .addSubcommand(new SplitCommand(ledger, caller))
                .addSubcommand(new NotOursCommand(ledger, caller))
                .addSubcommand(new RefundCommand(ledger, caller))
                .addSubcommand(new WriteOffCommand(ledger, caller))
                .addSubcommand(new WaiveCommand(ledger, caller))
                .addSubcommand(new ReplayCommand(ledger, caller))
                .addSubcommand(new EraseCommand(ledger, caller))
                .addSubcommand(new CommandLine(new JournalCommand()).addSubcommand(new JournalCommand.Verify(ledger)))
                .addSubcommand(new WarmUpCommand())
                .registerConverter(LocalDate.class, Hub::date)
                .registerConverter(BigDecimal.class, Hub::amount)
                .setExecutionExceptionHandler((failure, command, parsed) -> told(failure, command));
        sayVersion(hub);
        return hub;
    }

    private static void sayVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(() -> new String[] {"Sollecito " + version()});
        command.getSubcommands().values().forEach(Hub::sayVersion);
    }

    /** As the jar says; classes that were only compiled carry none. */
    private static String version() {
        String packaged = Hub.class.getPackage().getImplementationVersion();
        return packaged == null ? "(not packaged)" : packaged;
    }

    private static BigDecimal amount(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException noAmount) {
            throw new TypeConversionException(
                    "'" + text + "' is no amount: write it with a decimal point and nothing else, such as 1190.00");
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noIsoDate) {
            throw new TypeConversionException("'" + text + "' is no date: write " + meant(text));
        }
    }

    /** Day.month.year is unambiguous; with slashes it is not. */
    private static String meant(String text) {
        try {
            return LocalDate.parse(
                            text, DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT))
                    .toString();
        } catch (DateTimeParseException unknown) {
            return "year-month-day, such as 2026-03-02";
        }
    }

    /** Whether these arguments are a call on the ledger; wrong ones are none. */
    public static Optional<ForLedger> forLedger(CommandLine hub, String... arguments) {
        try {
            ParseResult parsed = hub.parseArgs(arguments);
            while (parsed.hasSubcommand() && !parsed.isUsageHelpRequested()) {
                parsed = parsed.subcommand();
            }
            return !parsed.isUsageHelpRequested()
                            && parsed.commandSpec().userObject() instanceof OnLedger command
                            && command.needsLedger()
                    ? Optional.of(new ForLedger(command.handsOver()))
                    : Optional.empty();
        } catch (ParameterException wrongUsage) {
            return Optional.empty();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do.");
    }

    private static int told(Exception failure, CommandLine command) {
        command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        command.getErr().flush();
        if (failure instanceof CannotDo reason) {
            return reason.status();
        }
        return failure instanceof ProblemsFound ? 1 : 4;
    }
}
