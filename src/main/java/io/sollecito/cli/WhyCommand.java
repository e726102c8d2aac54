package io.sollecito.cli;

import io.sollecito.digest.Why;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub why}: the story of whatever a reference names. */
@Command(
        name = "why",
        description = "Tells the story of an item, payment, debtor, export, reminder, letter or batch.",
        mixinStandardHelpOptions = true)
final class WhyCommand extends LedgerCommand {

    @Parameters(paramLabel = "REFERENCE", description = "Its number or name; or kind:id, such as payment:4.")
    private String reference;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    WhyCommand(Supplier<LedgerTools> tools) {
        super(tools);
    }

    @Override
    int run(LedgerTools ledger) {
        Why why = ledger.why();
        Why.Answer answer = why.tell(reference);
        out().print(json ? Why.json(answer) + "\n" : why.text(answer));
        return answer.matches().size() == 1 ? 0 : 1;
    }
}
