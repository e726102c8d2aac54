package io.sollecito.cli;

import io.sollecito.ledger.reminders.DebtorMerges.AccountOf;
import io.sollecito.ledger.reminders.DebtorMerges.Merged;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub merge}: two accounts are one debtor; undone at any time. */
@Command(
        name = "merge",
        description = "Says that two accounts are one debtor: history and holds of the first count for the second.",
        mixinStandardHelpOptions = true)
final class MergeCommand extends ListingDecisionCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "DEBTOR", description = "The account that is given up.")
    private String given;

    @Parameters(index = "1", arity = "0..1", paramLabel = "INTO", description = "The account that goes on.")
    private String into;

    @Option(names = "--undo", paramLabel = "ID", description = "Undoes the merge of that number.")
    private Long undo;

    MergeCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if (undo != null) {
            String why = reason();
            if (!ledger.merges().unmerge(undo, user(), why)) {
                throw CannotDo.refused("No merge " + undo + " is in force.");
            }
            say("merge " + undo + " is undone, and the holds that it took over have ended");
            return 0;
        }
        if (given == null) {
            return list(ledger);
        }
        if (into == null) {
            throw wrongUsage("Name the account that goes on, too");
        }
        AccountOf from = account(ledger, given);
        AccountOf to = account(ledger, into);
        long id = ledger.merges().merge(from, to, user(), reason());
        say("merge " + id + ": debtor " + from.debtor() + " goes on as " + to.debtor());
        return 0;
    }

    private static AccountOf account(LedgerTools ledger, String reference) {
        String[] key = one(ledger, reference, "debtor").id().split("/", 3);
        return new AccountOf(key[0], key[1], key[2]);
    }

    private int list(LedgerTools ledger) {
        List<Merged> merges = ledger.ofEach(ledger.merges()::of);
        if (merges.isEmpty()) {
            say("No debtors are merged.");
        }
        merges.forEach(each -> say("merge " + each.id() + "  " + each.given().creditor() + "  debtor "
                + each.given().debtor() + " goes on as " + each.into().debtor() + "  by " + each.owner()));
        return 0;
    }
}
