package io.sollecito.cli;

import io.sollecito.ledger.proposals.Proposals;
import io.sollecito.ledger.proposals.Proposals.Open;
import io.sollecito.model.Creditor;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hub proposal}: what planning runs propose and nobody has released yet. */
@Command(
        name = "proposal",
        description = "Lists what runs propose: every open item with outcome and reason, the messages, their totals.",
        mixinStandardHelpOptions = true)
final class ProposalCommand extends LedgerCommand {

    @Option(names = "--creditor", paramLabel = "CREDITOR", description = "Only this one's.")
    private String creditor;

    @Option(names = "--json", description = "One JSON object a line on standard output.")
    private boolean json;

    ProposalCommand(Supplier<LedgerTools> tools) {
        super(tools);
    }

    @Override
    int run(LedgerTools ledger) {
        Proposals proposals = ledger.proposals();
        boolean any = false;
        for (Creditor each : ledger.creditors(creditor)) {
            for (Open open : proposals.open(each.code())) {
                any = true;
                ProposalReport report = new ProposalReport(out(), json, each);
                report.begin(open);
                proposals.eachItem(each.code(), open.run(), report::add);
                proposals.eachMessage(open.run(), report::add);
                report.end();
            }
        }
        if (!any && !json) {
            say("No run's proposal waits for release.");
        }
        return 0;
    }
}
