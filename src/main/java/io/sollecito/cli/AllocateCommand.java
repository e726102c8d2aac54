package io.sollecito.cli;

import io.sollecito.ledger.payments.PaymentDecider.Part;
import io.sollecito.model.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub allocate}: a person says what a payment is for. */
@Command(name = "allocate", description = "Says what a payment is for.", mixinStandardHelpOptions = true)
final class AllocateCommand extends ReasonedCommand {

    @Parameters(paramLabel = "PAYMENT", description = "The payment: payment:ID, or its bank or end-to-end reference.")
    private String reference;

    @Option(
            names = "--to",
            paramLabel = "ITEM=AMOUNT",
            description =
                    "The part that pays an item (item:ID, or its document number), such as --to 1800000202=119.00; repeatable.")
    private Map<String, BigDecimal> paid = Map.of();

    @Option(names = "--discount", paramLabel = "ITEM=AMOUNT", description = "Settled beside it: a cash discount.")
    private Map<String, BigDecimal> discount = Map.of();

    @Option(names = "--withholding", paramLabel = "ITEM=AMOUNT", description = "Settled beside it: withheld tax.")
    private Map<String, BigDecimal> withholding = Map.of();

    @Option(
            names = "--write-off",
            paramLabel = "ITEM=AMOUNT",
            description = "Settled beside it: given up; above the limit it needs a second person.")
    private Map<String, BigDecimal> writeOff = Map.of();

    @Option(names = "--interest", paramLabel = "ITEM=AMOUNT", description = "The part that pays an item's interest.")
    private Map<String, BigDecimal> interest = Map.of();

    @Option(
            names = "--costs",
            paramLabel = "ITEM=AMOUNT",
            description = "The part that pays an item's compensation and fees.")
    private Map<String, BigDecimal> costs = Map.of();

    @Option(
            names = "--candidate",
            paramLabel = "N",
            description = "As this candidate says; hub why PAYMENT lists their numbers.")
    private Long candidate;

    @Option(names = "--second", paramLabel = "NAME", description = "The second person, for a write-off.")
    private String second;

    AllocateCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        boolean parts = !amounts().values().stream().allMatch(Map::isEmpty);
        if (parts == (candidate != null)) {
            throw wrongUsage("Give either ITEM=AMOUNT pairs with --to, or --candidate");
        }
        if (amounts().values().stream()
                .flatMap(amounts -> amounts.values().stream())
                .anyMatch(amount -> amount.signum() <= 0)) {
            throw wrongUsage("Each AMOUNT is more than zero");
        }
        long payment = id(one(ledger, reference, "payment"));
        List<Part> wanted = candidate == null ? parts(ledger) : candidate(ledger, payment);
        if (second == null) {
            ledger.payments().allocate(payment, wanted, user(), reason());
        } else {
            ledger.payments().allocate(payment, wanted, twoPeople(second, "A write-off"), reason());
        }
        ledger.payments()
                .standing(payment)
                .forEach(made -> say("allocation " + made.id() + ": "
                        + Amounts.text(made.amount(), made.currency()) + " " + made.currency() + " "
                        + made.purpose()
                        + " of " + made.documentNo() + " from payment:" + payment));
        return 0;
    }

    /** What is given of each purpose. */
    private Map<String, Map<String, BigDecimal>> amounts() {
        return Map.of(
                "principal", paid,
                "interest", interest,
                "costs", costs,
                "discount", discount,
                "withholding", withholding,
                "write-off", writeOff);
    }

    private List<Part> candidate(LedgerTools ledger, long payment) {
        List<Part> parts = ledger.payments().candidate(payment, candidate);
        if (parts.isEmpty()) {
            throw CannotDo.refused("payment:" + payment + " has no candidate " + candidate
                    + ". Candidates change with the facts: hub why payment:" + payment + " lists them as they are.");
        }
        return parts;
    }

    private List<Part> parts(LedgerTools ledger) {
        List<Part> parts = new ArrayList<>();
        amounts()
                .forEach((purpose, amounts) -> amounts.forEach(
                        (item, amount) -> parts.add(new Part(id(one(ledger, item, "item")), amount, purpose, false))));
        return parts;
    }
}
