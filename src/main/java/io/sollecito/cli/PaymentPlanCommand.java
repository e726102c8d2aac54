package io.sollecito.cli;

import io.sollecito.ledger.reminders.Agreements;
import io.sollecito.model.Creditor;
import io.sollecito.model.Instalment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub payment-plan}: a debtor pays items by instalments; while they come, nothing is reminded. */
@Command(
        name = "payment-plan",
        description = "Records instalments by which a debtor agreed to pay items.",
        mixinStandardHelpOptions = true)
final class PaymentPlanCommand extends ReasonedCommand {

    private static final Pattern EVERY = Pattern.compile("([1-9][0-9]?)([dwm])");

    @Parameters(
            arity = "1..*",
            paramLabel = "ITEM|DATE=AMOUNT",
            description = "What is paid by instalments; and each instalment, unless --instalments divides it evenly.")
    private List<String> words;

    @Option(names = "--instalments", paramLabel = "N", description = "How many equal ones; the last takes the cents.")
    private Integer count;

    @Option(names = "--first", paramLabel = "DATE", description = "The day of the first of equal instalments.")
    private LocalDate first;

    @Option(
            names = "--every",
            paramLabel = "PERIOD",
            defaultValue = "1m",
            description = "From one to the next, such as 1m, 2w or 10d (default: ${DEFAULT-VALUE}).")
    private String every;

    PaymentPlanCommand(Supplier<LedgerTools> tools, Caller caller) {
        super(tools, caller);
    }

    @Override
    int decide(LedgerTools ledger) {
        List<String> pairs = words.stream().filter(word -> word.contains("=")).toList();
        List<String> references =
                words.stream().filter(word -> !word.contains("=")).toList();
        if (references.isEmpty() || pairs.isEmpty() == (count == null)) {
            throw wrongUsage("Name the items, and either DATE=AMOUNT of each instalment or --instalments with --first");
        }
        if ((count == null) != (first == null) || count != null && (count < 2 || count > 60)) {
            throw wrongUsage("--instalments (2 to 60) and --first belong together");
        }
        AgreedItems items = AgreedItems.of(ledger, references);
        Creditor creditor = items.creditor();
        Agreements agreements = ledger.holds().agreements();
        BigDecimal open = agreements.open(items.ids());
        List<Instalment> instalments = count == null
                ? pairs.stream().map(pair -> explicit(creditor, pair)).toList()
                : equal(creditor, open);
        say(Agreements.sentence(
                agreements.paymentPlan(items.ids(), instalments, ledger.today(creditor.code()), user(), reason())));
        BigDecimal agreed = instalments.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (agreed.compareTo(open) != 0) {
            say("The instalments come to " + agreed.toPlainString() + "; " + open.toPlainString() + " is open.");
        }
        return 0;
    }

    private List<Instalment> equal(Creditor creditor, BigDecimal open) {
        Period period = period();
        BigDecimal each = open.divide(BigDecimal.valueOf(count), open.scale(), RoundingMode.DOWN);
        List<Instalment> instalments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BigDecimal amount = i < count - 1 ? each : open.subtract(each.multiply(BigDecimal.valueOf(count - 1L)));
            instalments.add(Agreements.instalment(creditor, first.plus(period.multipliedBy(i)), amount));
        }
        return instalments;
    }

    private Period period() {
        Matcher matcher = EVERY.matcher(every);
        if (!matcher.matches()) {
            throw wrongUsage("'" + every + "' is no period: write such as 1m, 2w or 10d");
        }
        int number = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Period.ofDays(number);
            case "w" -> Period.ofWeeks(number);
            default -> Period.ofMonths(number);
        };
    }

    private Instalment explicit(Creditor creditor, String pair) {
        String[] parts = pair.split("=", 2);
        try {
            return Agreements.instalment(creditor, LocalDate.parse(parts[0]), new BigDecimal(parts[1]));
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            throw wrongUsage("'" + pair + "' is no instalment: write such as 2026-04-01=500.00");
        }
    }
}
