package io.sollecito.cli;

import io.sollecito.ledger.items.StoredItem;
import io.sollecito.model.Hold;
import io.sollecito.model.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "How much was promised, if not all.")
    private BigDecimal amount;

    PromiseCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if (amount != null && amount.signum() <= 0) {
            throw wrongUsage("--amount is more than zero");
        }
        Hold promise = Hold.promise(reason(), amount, user(), until);
        List<StoredItem> items = references.stream()
                .map(reference ->
                        ledger.items().find(id(one(ledger, reference, "item"))).orElseThrow())
                .toList();
        List<String> said = new ArrayList<>();
        ledger.together(() -> items.forEach(stored -> said.add(place(ledger, stored, promise))));
        said.forEach(this::say);
        return 0;
    }

    private String place(LedgerTools ledger, StoredItem stored, Hold promise) {
        var item = stored.item();
        if (stored.settledCause() != null) {
            throw new Refused("item:" + stored.id() + " is settled: " + stored.settledCause());
        }
        long id = ledger.holds()
                .place(
                        item.creditor(),
                        item.source(),
                        item.debtor(),
                        stored.id(),
                        ledger.today(item.creditor()),
                        promise,
                        user());
        return "hold " + id + " placed on item:" + stored.id() + " (" + item.documentNo() + "): " + promise;
    }
}
