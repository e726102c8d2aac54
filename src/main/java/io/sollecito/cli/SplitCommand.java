package io.sollecito.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hub split}: a person divides a payment, so that each part can be decided on its own. */
@Command(
        name = "split",
        description = "Divides a payment into several, each to be decided on its own; what is left is a further part.",
        mixinStandardHelpOptions = true)
final class SplitCommand extends ReasonedCommand {

    @Parameters(
            index = "0",
            paramLabel = "PAYMENT",
            description = "The payment: payment:ID, or its bank or end-to-end reference.")
    private String reference;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "AMOUNT", description = "The amount of a part.")
    private List<BigDecimal> amounts;

    SplitCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        long payment = id(one(ledger, reference, "payment"));
        List<Long> parts = ledger.splitting().split(payment, amounts, user(), reason());
        say("payment:" + payment + " is now "
                + parts.stream().map(part -> "payment:" + part).collect(Collectors.joining(", ")));
        return 0;
    }
}
