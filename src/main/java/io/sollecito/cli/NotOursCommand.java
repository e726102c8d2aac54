package io.sollecito.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hub not-ours}: a person says that a payment is no debtor's. */
@Command(
        name = "not-ours",
        description = "Says that a payment is no debtor's; an account of which that is said three times is recognised.",
        mixinStandardHelpOptions = true)
final class NotOursCommand extends ReasonedCommand {

    @Parameters(paramLabel = "PAYMENT", description = "The payment: payment:ID, or its bank or end-to-end reference.")
    private String reference;

    NotOursCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        long payment = id(one(ledger, reference, "payment"));
        ledger.payments().notOurs(payment, user(), reason());
        say("payment:" + payment + " is no debtor's payment");
        return 0;
    }
}
