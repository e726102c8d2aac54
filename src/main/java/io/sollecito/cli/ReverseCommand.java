package io.sollecito.cli;

import io.sollecito.ledger.payments.Payments.Standing;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hub reverse}: takes an allocation back. */
@Command(
        name = "reverse",
        description = "Takes an allocation back; its amount is unallocated again.",
        mixinStandardHelpOptions = true)
final class ReverseCommand extends ReasonedCommand {

    @Parameters(
            paramLabel = "ALLOCATION",
            description = "The allocation's number, or a payment (payment:ID, a bank reference) that has only one.")
    private String reference;

    ReverseCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        String number = reference.startsWith("allocation:") ? reference.substring("allocation:".length()) : reference;
        long allocation = number.matches("\\d{1,18}") ? Long.parseLong(number) : onlyOne(ledger);
        ledger.payments().reverse(allocation, user(), reason());
        say("allocation " + allocation + " reversed");
        return 0;
    }

    private long onlyOne(LedgerTools ledger) {
        long payment = id(one(ledger, reference, "payment"));
        List<Standing> standing = ledger.payments().standing(payment);
        if (standing.isEmpty()) {
            throw CannotDo.refused("payment:" + payment + " has no allocation.");
        }
        if (standing.size() > 1) {
            throw CannotDo.unclear(standing.stream()
                    .map(each -> "  " + each.id() + "  "
                            + each.amount().stripTrailingZeros().toPlainString() + " " + each.currency() + " "
                            + each.purpose() + " of " + each.documentNo())
                    .collect(Collectors.joining(
                            "\n", "payment:" + payment + " has several allocations; name one of them:\n", "")));
        }
        return standing.get(0).id();
    }
}
