package io.sollecito.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** A decision that is never made without a reason. */
abstract class ReasonedCommand extends DecisionCommand {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept in the journal.")
    private String reason;

    ReasonedCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    final String givenReason() {
        return reason;
    }
}
