package io.sollecito.cli;

import io.sollecito.model.Refused;
import io.sollecito.model.TwoPeople;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** A person's decision (law 13): it names who decides and why, and what the facts do not allow is refused. */
abstract class DecisionCommand extends LedgerCommand {

    private final Caller caller;

    @Option(names = "--user", paramLabel = "NAME", description = "Who decides (default: the user of this computer).")
    private String user;

    DecisionCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools);
        this.caller = caller;
    }

    abstract int decide(LedgerTools ledger);

    @Override
    final int run(LedgerTools ledger) {
        try {
            return decide(ledger);
        } catch (NumberFormatException noNumber) {
            throw wrongUsage("Not a number: " + noNumber.getMessage());
        } catch (Refused refused) {
            throw CannotDo.refused(refused.getMessage());
        }
    }

    final Caller caller() {
        return caller;
    }

    final String user() {
        String name = user == null ? caller.user() : user;
        if (name == null || name.isBlank()) {
            throw wrongUsage("Missing required option: '--user=NAME'");
        }
        return name.strip();
    }

    /** The value of {@code --reason}, or null. */
    abstract String givenReason();

    final String reason() {
        String reason = givenReason();
        if (reason == null || reason.isBlank()) {
            throw wrongUsage("Missing required option: '--reason=TEXT'");
        }
        return reason.strip();
    }

    /** Who decides what one alone may not decide; {@code what} names it. */
    final TwoPeople twoPeople(String given, String what) {
        if (given == null || given.isBlank()) {
            throw CannotDo.refused(what + " needs a second person: give --second NAME.");
        }
        return new TwoPeople(user(), given);
    }
}
