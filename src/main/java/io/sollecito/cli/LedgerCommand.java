package io.sollecito.cli;

import io.sollecito.ledger.stories.Found;
import io.sollecito.model.OneLine;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command on the ledger. */
abstract class LedgerCommand implements Callable<Integer>, OnLedger {

    private final Supplier<LedgerTools> tools;

    @Spec
    private CommandSpec spec;

    LedgerCommand(Supplier<LedgerTools> tools) {
        this.tools = tools;
    }

    abstract int run(LedgerTools ledger);

    @Override
    public Integer call() {
        int status = run(tools.get());
        out().flush();
        return status;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final void say(String line) {
        out().println(OneLine.of(line));
    }

    final ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The one thing of these kinds that the reference names. */
    static Found one(LedgerTools ledger, String reference, String... kinds) {
        List<Found> found = ledger.references().find(reference).stream()
                .filter(match -> List.of(kinds).contains(match.kind()))
                .toList();
        if (found.isEmpty()) {
            throw CannotDo.unclear(
                    "No " + String.join(" or ", kinds) + " in the ledger is called '" + reference + "'.");
        }
        if (found.size() > 1) {
            throw CannotDo.unclear(found.stream()
                    .map(match -> "  %-16s  %s".formatted(match.subject(), match.label()))
                    .collect(Collectors.joining(
                            "\n", "'" + reference + "' means several things; name one of them:\n", "")));
        }
        return found.get(0);
    }

    static long id(Found found) {
        return Long.parseLong(found.id());
    }
}
