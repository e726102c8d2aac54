package io.sollecito.cli;

import io.sollecito.ledger.items.StoredItem;
import io.sollecito.ledger.reminders.Holds;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
import io.sollecito.model.DisputeReason;
import io.sollecito.model.Hold;
import io.sollecito.model.Hold.Terms;
import io.sollecito.model.OpenItem;
import io.sollecito.reminders.disputes.DisputeReasons;
import io.sollecito.reminders.message.DisputeAnswer;
import io.sollecito.reminders.message.MessageHeld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub dispute}: a debtor disputes an item for a standard reason; and what to answer him. */
@Command(
        name = "dispute",
        description = "Records that a debtor disputes an item, or prints the standard answer to him.",
        mixinStandardHelpOptions = true)
final class DisputeCommand extends ListingDecisionCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "ITEM", description = "What is disputed.")
    private String reference;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CODE",
            description = "Why: a standard reason of reminders/disputes.yaml; without one, they are listed.")
    private String code;

    @Option(
            names = "--part",
            paramLabel = "AMOUNT",
            description = "How much of it is disputed, if not all: the rest is demanded.")
    private BigDecimal part;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day that it holds (default: as many days as the reason says).")
    private LocalDate until;

    @Option(names = "--answer", description = "Prints the standard answer in the debtor's language; records nothing.")
    private boolean answer;

    DisputeCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        DisputeReasons reasons = ledger.disputeReasons();
        if (reference == null) {
            reasons.all().forEach(each -> say("%-16s %s, %d days".formatted(each.code(), each.name(), each.days())));
            return 0;
        }
        DisputeReason reason = reasons.of(code == null ? "" : code)
                .orElseThrow(() -> wrongUsage("Say why by one of the standard reasons: " + reasons.codes()));
        StoredItem stored =
                ledger.items().find(id(one(ledger, reference, "item"))).orElseThrow();
        return answer ? answer(ledger, stored, reason) : place(ledger, stored, reason);
    }

    private int place(LedgerTools ledger, StoredItem stored, DisputeReason reason) {
        OpenItem item = stored.item();
        if (stored.settledCause() != null) {
            throw CannotDo.refused("item:" + stored.id() + " is settled: " + stored.settledCause());
        }
        BigDecimal open = ledger.holds().agreements().open(List.of(stored.id()));
        if (part != null && (part.signum() <= 0 || part.compareTo(open) >= 0)) {
            throw wrongUsage("--part is more than zero and less than what is open, " + open.toPlainString());
        }
        LocalDate today = ledger.today(item.creditor());
        LocalDate last = until == null ? today.plusDays(reason.days()) : until;
        Terms terms = Terms.disputed(reason.code(), part == null ? null : Amounts.scaled(part, item.currency()));
        Hold hold = new Hold(null, Hold.DISPUTE, reason() + " (" + reason.name() + ")", user(), today, last, terms);
        Holds holds = ledger.holds();
        long id = holds.place(item.creditor(), item.source(), item.debtor(), stored.id(), today, hold, user());
        say("hold " + id + " placed on item:" + stored.id() + " (" + item.documentNo() + "): " + hold);
        return 0;
    }

    private int answer(LedgerTools ledger, StoredItem stored, DisputeReason reason) {
        OpenItem item = stored.item();
        Creditor creditor = ledger.configured(item.creditor());
        try {
            DisputeAnswer written = DisputeAnswer.of(
                    reason,
                    creditor,
                    ledger.items().debtorOf(stored),
                    item,
                    ledger.holds().agreements().open(List.of(stored.id())),
                    ledger.today(creditor.code()));
            say(written.subject());
            out().println();
            out().println(written.text());
            return 0;
        } catch (MessageHeld held) {
            throw CannotDo.refused("The answer cannot be written: " + held.getMessage());
        }
    }
}
