package io.sollecito.cli;

import io.sollecito.model.ProblemsFound;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code hub} command. Exit status: 0 done; 1 the input has problems; 2 wrong usage; 3 refused to act; 4 the environment failed. */
@Command(
        name = "hub",
        description = "Sollecito, the receivables hub.",
        mixinStandardHelpOptions = true,
        subcommands = {PlanCommand.class})
public final class Hub {

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command, for tests too. */
    public static CommandLine commandLine() {
        return new CommandLine(new Hub()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure.getMessage());
            command.getErr().flush();
            return failure instanceof ProblemsFound ? 1 : 4;
        });
    }
}
