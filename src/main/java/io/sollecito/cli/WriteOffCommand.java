package io.sollecito.cli;

import java.math.BigDecimal;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub write-off}: what is open of an item is given up. */
@Command(
        name = "write-off",
        description =
                "Gives up what is open of an item; above the creditor's writeOffLimit it waits for a second person, who"
                        + " calls hub approve.",
        mixinStandardHelpOptions = true)
final class WriteOffCommand extends ReasonedCommand {

    @Parameters(paramLabel = "ITEM", description = "The item: item:ID, or its document number.")
    private String reference;

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "How much of it (default: all that is open).")
    private BigDecimal amount;

    @Option(names = "--second", paramLabel = "NAME", description = "The second person, who agrees at once.")
    private String second;

    WriteOffCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if (amount != null && amount.signum() <= 0) {
            throw wrongUsage("AMOUNT is more than zero");
        }
        long item = id(one(ledger, reference, "item"));
        if (second != null) {
            ledger.writeOffs().give(item, amount, twoPeople(second, "A write-off"), reason());
            say("item:" + item + " written off");
            return 0;
        }
        long waits = ledger.writeOffs().ask(item, amount, user(), reason());
        say(
                waits == 0
                        ? "item:" + item + " written off"
                        : "write-off " + waits + " of item:" + item
                                + " waits for a second person: hub approve write-off:" + waits);
        return 0;
    }
}
