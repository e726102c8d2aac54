package io.sollecito.cli;

import io.sollecito.ledger.mailbox.Replies;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub reply}: debtors' replies to reminders that wait for an answer. */
@Command(
        name = "reply",
        description = "Lists debtors' replies that nobody has answered, or says that one was.",
        mixinStandardHelpOptions = true)
final class ReplyCommand extends ListingDecisionCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "The reply.")
    private Long reply;

    @Option(names = "--answered", description = "Somebody has answered it: its debtor's plan goes on.")
    private boolean answered;

    ReplyCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if (reply == null) {
            return list(ledger);
        }
        if (!answered) {
            throw wrongUsage("Missing required option: '--answered', once somebody has");
        }
        int ended = ledger.replies().answered(reply, user(), reason());
        say("reply " + reply + " is answered; " + (ended == 0 ? "no pause ends by it" : "the plan goes on"));
        return 0;
    }

    private int list(LedgerTools ledger) {
        List<Replies.Open> open = ledger.ofEach(ledger.replies()::open);
        if (open.isEmpty()) {
            say("No reply waits for an answer.");
        }
        open.forEach(each -> say("reply " + each.id() + "  " + each.creditor() + "  " + each.topic() + "  by "
                + each.sender() + (each.debtor() == null ? "" : " (" + each.debtor() + ")") + ": " + each.subject()
                + "  to be answered by " + each.owner() + " on " + each.answerBy()));
        return 0;
    }
}
