package io.sollecito.cli;

import io.sollecito.ledger.payments.PaymentDecider.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub refund}: a person says which credit money out has given back. */
@Command(
        name = "refund",
        description = "Says which credits money out has given back to a debtor: they are used up.",
        mixinStandardHelpOptions = true)
final class RefundCommand extends ReasonedCommand {

    @Parameters(paramLabel = "PAYMENT", description = "The money out: payment:ID, or its bank or end-to-end reference.")
    private String reference;

    @Option(
            names = "--of",
            required = true,
            paramLabel = "CREDIT=AMOUNT",
            description = "The credit, and how much of it was given back.")
    private Map<String, BigDecimal> credits;

    RefundCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        if (credits.values().stream().anyMatch(amount -> amount.signum() <= 0)) {
            throw wrongUsage("Each AMOUNT is more than zero");
        }
        long payment = id(one(ledger, reference, "payment"));
        List<Part> parts = credits.entrySet().stream()
                .map(credit -> new Part(
                        id(one(ledger, credit.getKey(), "item")),
                        credit.getValue().negate(),
                        "principal",
                        false))
                .toList();
        ledger.payments().allocate(payment, parts, user(), reason());
        credits.forEach(
                (credit, amount) -> say(amount.toPlainString() + " of " + credit + " refunded by payment:" + payment));
        return 0;
    }
}
