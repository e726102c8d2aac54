package io.sollecito.cli;

import io.sollecito.ledger.erasure.Erasure.Erased;
import io.sollecito.model.TwoPeople;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub erase}: a debtor's personal data is erased; the books and the journal stay. */
@Command(
        name = "erase",
        description = "Erases a debtor's personal data: names, addresses, recipients, texts. Two people decide it.",
        mixinStandardHelpOptions = true)
final class EraseCommand extends DecisionCommand {

    @Parameters(paramLabel = "CREDITOR/SOURCE/DEBTOR", description = "Whose: such as ACME-IT/sap/0000104711.")
    private String debtor;

    @Option(names = "--second", paramLabel = "NAME", description = "The second person.")
    private String second;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is kept in the journal: name nobody in it.")
    private String reason;

    EraseCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    String givenReason() {
        return reason;
    }

    @Override
    int decide(LedgerTools ledger) {
        String[] key = (debtor.startsWith("debtor:") ? debtor.substring("debtor:".length()) : debtor).split("/", 3);
        if (key.length < 3) {
            throw wrongUsage("Name the debtor as CREDITOR/SOURCE/DEBTOR");
        }
        String why = reason();
        TwoPeople people = twoPeople(second, "Erasing a person's data");
        Erased erased = ledger.erasure().erase(key[0], key[1], key[2], people, why);
        if (erased.erased() == 0) {
            say("nothing of debtor " + debtor + " was left to erase");
        } else {
            say(erased.erased() + " rows about debtor " + debtor
                    + " are erased. Erase it in the ERP too: an export that" + " names the debtor brings it back.");
        }
        erased.files().forEach(file -> say("kept whole, look through it and delete it: " + file));
        return 0;
    }
}
