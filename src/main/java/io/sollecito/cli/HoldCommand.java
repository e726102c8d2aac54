package io.sollecito.cli;

import io.sollecito.ledger.items.StoredItem;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.ledger.stories.Found;
import io.sollecito.model.Hold;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub hold}: a reason not to remind a debtor, or of an item. */
@Command(name = "hold", description = "Places, ends or lists reasons not to remind.", mixinStandardHelpOptions = true)
final class HoldCommand extends ListingDecisionCommand {

    /** The kinds of {@link Hold}, for the usage text. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Hold.KINDS.iterator();
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "DEBTOR|ITEM",
            description = "All items of a debtor, or one: a number as 'hub why' takes it.")
    private String reference;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String kind;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day that it holds (default: today).")
    private LocalDate from;

    @Option(names = "--until", paramLabel = "DATE", description = "The last day that it holds (default: until ended).")
    private LocalDate until;

    @Option(
            names = "--opened",
            paramLabel = "DATE",
            description = "insolvency: the day of its opening; claims from after it are reminded.")
    private LocalDate opened;

    @Option(names = "--file-by", paramLabel = "DATE", description = "insolvency: until when claims are filed.")
    private LocalDate fileBy;

    @Option(names = "--end", paramLabel = "ID", description = "Ends the hold of that number at once.")
    private Long end;

    @Option(names = "--list", description = "Lists the holds that have not ended.")
    private boolean list;

    HoldCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if (list) {
            List<Holds.Placed> all = all(ledger);
            if (all.isEmpty()) {
                say("No hold is in force.");
            }
            all.forEach(placed -> say("hold " + placed.id() + "  " + placed.creditor() + " debtor "
                    + placed.debtor() + (placed.item() == null ? "" : ", item:" + placed.item()) + "  by "
                    + placed.hold().owner() + "  " + placed.hold()));
            return 0;
        }
        return end == null ? place(ledger) : end(ledger);
    }

    private int place(LedgerTools ledger) {
        if (reference == null || kind == null) {
            throw wrongUsage("Name what is held and its --kind; or use --end or --list");
        }
        if (!Hold.KINDS.contains(kind)) {
            throw wrongUsage("'" + kind + "' is no kind of hold; known are " + String.join(", ", Hold.KINDS));
        }
        if (kind.equals(Hold.PROMISE) || kind.equals(Hold.PAYMENT_PLAN)) {
            throw wrongUsage("'hub " + kind + "' records what is to be paid, and by when");
        }
        if ((opened != null || fileBy != null) && !kind.equals(Hold.INSOLVENCY)) {
            throw wrongUsage("--opened and --file-by belong to --kind insolvency");
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw wrongUsage("--until is not before --from");
        }
        Found found = one(ledger, reference, "item", "debtor");
        Hold hold = new Hold(null, kind, reason(), user(), from, until, Hold.Terms.insolvent(opened, fileBy));
        long id;
        if (found.kind().equals("item")) {
            StoredItem stored = ledger.items().find(id(found)).orElseThrow();
            String creditor = stored.item().creditor();
            id = ledger.holds()
                    .place(
                            creditor,
                            stored.item().source(),
                            stored.item().debtor(),
                            stored.id(),
                            ledger.today(creditor),
                            hold,
                            user());
        } else {
            String[] key = found.id().split("/", 3);
            id = ledger.holds().place(key[0], key[1], key[2], null, ledger.today(key[0]), hold, user());
        }
        say("hold " + id + " placed on " + found.subject() + " (" + found.label() + "): " + hold);
        return 0;
    }

    private int end(LedgerTools ledger) {
        String why = reason();
        Holds.Placed placed = all(ledger).stream()
                .filter(each -> each.id() == end)
                .findFirst()
                .orElseThrow(() -> CannotDo.refused("No hold " + end + " is in force."));
        if (!ledger.holds().end(placed.creditor(), placed.id(), user(), why)) {
            throw CannotDo.refused("Hold " + end + " has just been ended.");
        }
        say("hold " + end + " ended");
        return 0;
    }

    private static List<Holds.Placed> all(LedgerTools ledger) {
        return ledger.ofEach(ledger.holds()::of);
    }
}
