package io.sollecito.cli;

import io.sollecito.ledger.exports.Successions;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub succeed}: whether an item continues another one that the ERP closed. */
@Command(
        name = "succeed",
        description = "Says that an item continues another one, or that it does not; lists where that is not clear.",
        mixinStandardHelpOptions = true)
final class SucceedCommand extends ListingDecisionCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "NEW", description = "The newer item.")
    private String newer;

    @Parameters(index = "1", arity = "0..1", paramLabel = "OLD", description = "The item that it continues.")
    private String older;

    @Option(names = "--refuse", description = "It continues none: its plan begins at the first step.")
    private boolean refuse;

    SucceedCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if (newer == null) {
            return list(ledger);
        }
        if (refuse == (older != null)) {
            throw wrongUsage("Name the item that it continues, or say --refuse");
        }
        long item = id(one(ledger, newer, "item"));
        if (refuse) {
            ledger.successions().refuse(item, user(), reason());
            say("item:" + item + " is one of its own");
        } else {
            long old = id(one(ledger, older, "item"));
            ledger.successions().accept(item, old, user(), reason());
            say("item:" + item + " continues item:" + old + ": its steps, holds and due date");
        }
        return 0;
    }

    private int list(LedgerTools ledger) {
        List<Successions.Waiting> waiting = ledger.ofEach(ledger.successions()::waiting);
        if (waiting.isEmpty()) {
            say("No item may continue another one.");
        }
        waiting.forEach(each -> say("item:" + each.item() + "  " + each.number() + "  " + each.debtor()
                + "  may continue item:" + each.old() + "  " + each.oldNumber()));
        return 0;
    }
}
