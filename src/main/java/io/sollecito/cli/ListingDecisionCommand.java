package io.sollecito.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** A decision whose command also lists what there is to decide: only the decision needs a reason. */
abstract class ListingDecisionCommand extends DecisionCommand {

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why; it is kept in the journal (required, except to list).")
    private String reason;

    ListingDecisionCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    final String givenReason() {
        return reason;
    }
}
