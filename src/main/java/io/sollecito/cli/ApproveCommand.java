package io.sollecito.cli;

import io.sollecito.ledger.payments.WriteOffs;
import io.sollecito.ledger.reminders.Approvals.Waiting;
import io.sollecito.ledger.stories.Found;
import io.sollecito.model.Counted;
import io.sollecito.model.Creditor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub approve}: a person's yes to a step that waits for it, for all waiting items of a debtor, or to a write-off. */
@Command(
        name = "approve",
        description = "Approves a step for a debtor, or a write-off; without either, lists what waits for approval.",
        mixinStandardHelpOptions = true)
final class ApproveCommand extends ListingDecisionCommand {

    private static final int COUNTS_FOR_DAYS = 14;
    private static final String WRITE_OFF = "write-off:";

    private record Case(String creditor, Waiting waiting) {
        String debtor() {
            return creditor + "/" + waiting.source() + "/" + waiting.debtor();
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "DEBTOR|ITEM|WRITE-OFF",
            description = "The debtor, one of the waiting items, or write-off:ID.")
    private String reference;

    @Option(names = "--step", paramLabel = "STEP", description = "The step (default: the only one that waits).")
    private String step;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day that the approval counts (default: in 14 days).")
    private LocalDate until;

    @Option(names = "--refuse", description = "A write-off is not to be.")
    private boolean refuse;

    ApproveCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if (reference != null && reference.matches(WRITE_OFF + "\\d{1,18}")) {
            return writeOff(ledger, Long.parseLong(reference.substring(WRITE_OFF.length())));
        }
        if (refuse) {
            throw wrongUsage("--refuse is for write-offs");
        }
        List<Case> waiting = waiting(ledger);
        if (reference == null) {
            List<WriteOffs.Waiting> writeOffs = ledger.ofEach(ledger.writeOffs()::waiting);
            writeOffs.forEach(each -> say(WRITE_OFF + each.id() + "  item:" + each.item() + "  " + each));
            if (waiting.isEmpty() && writeOffs.isEmpty()) {
                say("Nothing waits for approval.");
            }
            waiting.forEach(each -> say("debtor:" + each.debtor() + "  item:"
                    + each.waiting().item() + "  "
                    + each.waiting().documentNo() + "  step " + each.waiting().step() + " of plan "
                    + each.waiting().plan()));
            return 0;
        }
        Found found = one(ledger, reference, "item", "debtor");
        String debtor = found.kind().equals("debtor") ? found.id() : debtorOf(ledger, id(found));
        String approved = step(waiting.stream()
                .filter(each -> each.debtor().equals(debtor))
                .map(each -> each.waiting().step())
                .distinct()
                .toList());
        String[] key = debtor.split("/", 3);
        LocalDate today = ledger.today(key[0]);
        LocalDate expires = until == null ? today.plusDays(COUNTS_FOR_DAYS) : until;
        if (expires.isBefore(today)) {
            throw CannotDo.refused("The approval would have expired on " + expires + "; it is " + today + ".");
        }
        List<Long> items = ledger.approvals().approve(key[0], key[1], key[2], approved, user(), reason(), expires);
        say("step " + approved + " approved until " + expires + " for " + Counted.of(items.size(), "item")
                + " of debtor:" + debtor);
        return 0;
    }

    private int writeOff(LedgerTools ledger, long id) {
        WriteOffs.Waiting decided = refuse
                ? ledger.writeOffs().refuse(id, user(), reason())
                : ledger.writeOffs().approve(id, user(), reason());
        say(WRITE_OFF + id + (refuse ? " refused: " : " approved: ") + decided);
        return 0;
    }

    private String step(List<String> waiting) {
        if (waiting.isEmpty() || step != null && !waiting.contains(step)) {
            throw CannotDo.refused("Nothing of " + reference + " waits for approval"
                    + (step == null ? "" : " of step " + step) + "; 'hub approve' without more lists what does.");
        }
        if (step == null && waiting.size() > 1) {
            throw CannotDo.unclear("Several steps wait; give --step: " + String.join(", ", waiting) + ".");
        }
        return step == null ? waiting.get(0) : step;
    }

    private static List<Case> waiting(LedgerTools ledger) {
        List<Case> cases = new ArrayList<>();
        for (Creditor creditor : ledger.creditors()) {
            ledger.approvals().waiting(creditor.code()).forEach(each -> cases.add(new Case(creditor.code(), each)));
        }
        return cases;
    }

    private static String debtorOf(LedgerTools ledger, long item) {
        var found = ledger.items().find(item).orElseThrow().item();
        return found.creditor() + "/" + found.source() + "/" + found.debtor();
    }
}
