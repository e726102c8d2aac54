package io.sollecito.cli;

import io.sollecito.ledger.debtors.DebtorAccount;
import io.sollecito.ledger.debtors.PlanMoves;
import io.sollecito.ledger.stories.Found;
import io.sollecito.model.PlanMove;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub move}: puts a debtor under another plan until a day. */
@Command(
        name = "move",
        description = "Puts a debtor under another plan until a day, whatever the plans say; ends or lists such moves.",
        mixinStandardHelpOptions = true)
final class MoveCommand extends ListingDecisionCommand {

    @Parameters(arity = "0..1", paramLabel = "DEBTOR", description = "The debtor: a number as 'hub why' takes it.")
    private String reference;

    @Option(names = "--plan", paramLabel = "PLAN", description = "The plan's name.")
    private String plan;

    @Option(names = "--until", paramLabel = "DATE", description = "The last day under it; then it ends by itself.")
    private LocalDate until;

    @Option(names = "--end", paramLabel = "ID", description = "Ends the move of that number at once.")
    private Long end;

    @Option(names = "--list", description = "Lists the moves that have not ended.")
    private boolean list;

    MoveCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if (list) {
            List<PlanMoves.Placed> all = all(ledger);
            if (all.isEmpty()) {
                say("No debtor is under another plan.");
            }
            all.forEach(placed -> say("move " + placed.id() + "  " + placed.creditor() + " debtor "
                    + placed.account().debtor() + "  plan " + placed.move().plan() + " until "
                    + placed.move().until() + "  by " + placed.move().owner() + ": "
                    + placed.move().reason()));
            return 0;
        }
        return end == null ? place(ledger) : end(ledger);
    }

    private int place(LedgerTools ledger) {
        if (reference == null || plan == null || until == null) {
            throw wrongUsage("Name the debtor, the --plan and --until when; or use --end or --list");
        }
        List<String> known = ledger.plans().names();
        if (!known.contains(plan)) {
            throw CannotDo.refused("There is no plan '" + plan + "'; there are " + String.join(", ", known) + ".");
        }
        Found found = one(ledger, reference, "debtor");
        String[] key = found.id().split("/", 3);
        PlanMove move = new PlanMove(plan, ledger.today(key[0]), until, user(), reason());
        long id = ledger.moves().place(key[0], new DebtorAccount(key[1], key[2]), move);
        say("move " + id + ": " + found.subject() + " (" + found.label() + ") is under plan " + plan + " until "
                + until);
        return 0;
    }

    private int end(LedgerTools ledger) {
        String why = reason();
        PlanMoves.Placed placed = all(ledger).stream()
                .filter(each -> each.id() == end)
                .findFirst()
                .orElseThrow(() -> CannotDo.refused("No move " + end + " is in force."));
        if (!ledger.moves().end(placed.creditor(), placed.id(), user(), why)) {
            throw CannotDo.refused("Move " + end + " has just been ended.");
        }
        say("move " + end + " ended");
        return 0;
    }

    private static List<PlanMoves.Placed> all(LedgerTools ledger) {
        return ledger.ofEach(ledger.moves()::of);
    }
}
