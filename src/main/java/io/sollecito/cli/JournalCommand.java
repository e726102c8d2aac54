package io.sollecito.cli;

import io.sollecito.ledger.journal.BrokenSeal;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hub journal}: the record of everything that happened. */
@Command(name = "journal", description = "The record of everything that happened.", mixinStandardHelpOptions = true)
final class JournalCommand implements Runnable {

    /** {@code hub journal verify}: walks the hash chain. */
    @Command(name = "verify", description = "Walks the journal's hash chain.", mixinStandardHelpOptions = true)
    static final class Verify extends LedgerCommand {

        Verify(Supplier<LedgerTools> tools) {
            super(tools);
        }

        @Override
        int run(LedgerTools ledger) {
            Optional<BrokenSeal> broken = ledger.journal().firstBroken();
            say(broken.map(first -> "The chain is broken at " + first)
                    .orElse("ok: every sealed row of the journal is as it was written"));
            return broken.isPresent() ? 1 : 0;
        }
    }

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: hub journal verify");
    }
}
