package io.sollecito.cli;

import io.sollecito.ledger.reminders.Agreements;
import io.sollecito.model.Creditor;
import io.sollecito.model.Instalment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub promise}: a debtor promised to pay items by a day; until then they are not reminded. */
@Command(
        name = "promise",
        description = "Records a debtor's promise to pay items by a day.",
        mixinStandardHelpOptions = true)
final class PromiseCommand extends ReasonedCommand {

    @Parameters(arity = "1..*", paramLabel = "ITEM", description = "What was promised to be paid.")
    private List<String> references;

    @Option(names = "--until", required = true, paramLabel = "DATE", description = "The day that was promised.")
    private LocalDate until;

    @Option(
            names = "--amount",
            paramLabel = "AMOUNT",
            description = "How much was promised for all of them together, if not all that is open.")
    private BigDecimal amount;

    PromiseCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if (amount != null && amount.signum() <= 0) {
            throw wrongUsage("--amount is more than zero");
        }
        AgreedItems items = AgreedItems.of(ledger, references);
        Creditor creditor = items.creditor();
        Instalment promised = Agreements.instalment(creditor, until, amount);
        say(Agreements.sentence(ledger.holds()
                .agreements()
                .promise(items.ids(), promised, ledger.today(creditor.code()), user(), reason())));
        return 0;
    }
}
