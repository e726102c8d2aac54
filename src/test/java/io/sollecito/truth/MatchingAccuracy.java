package io.sollecito.truth;

import io.sollecito.reconciliation.Allocation;
import io.sollecito.reconciliation.Outcomes;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints how right matching is; what it got wrong is shown for the part that it may be tuned on only. */
@Command(name = "matching-accuracy", mixinStandardHelpOptions = true)
public final class MatchingAccuracy implements Callable<Integer> {

    @Parameters(paramLabel = "PART", description = "tuning or heldout")
    private String part;

    @Option(names = "--seed")
    private long seed = 1;

    @Option(names = "--payments", description = "per house, of which there are four")
    private int payments = 2_000;

    @Option(names = "--wrong", description = "shows so many wrong allocations")
    private int wrong;

    @Option(names = "--missed", description = "shows so many derivable payments that were not allocated")
    private int missed;

    @Option(names = "--kind", description = "shows only this kind")
    private Kind kind;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MatchingAccuracy())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        Accuracy accuracy = Accuracy.of(Habits.of(part), seed, payments);
        System.out.print(accuracy.table());
        if (part.equals(Habits.TUNING)) {
            show(accuracy, List.of(Verdict.WRONG, Verdict.HIDDEN), wrong);
            show(accuracy, List.of(Verdict.FIRST, Verdict.LISTED, Verdict.LEFT), missed);
        }
        return 0;
    }

    private void show(Accuracy accuracy, List<Verdict> verdicts, int most) {
        accuracy.misses().stream()
                .filter(miss -> verdicts.contains(miss.verdict())
                        && (kind == null || miss.told().kind() == kind))
                .filter(miss -> !verdicts.contains(Verdict.LEFT)
                        || isDerivable(miss.told().truth()))
                .limit(most)
                .forEach(miss -> System.out.println(text(miss)));
    }

    private static boolean isDerivable(Truth truth) {
        return truth instanceof Truth.GivesBack || (truth instanceof Truth.Settles settles && settles.derivable());
    }

    private static String text(Accuracy.Miss miss) {
        var payment = miss.told().payment();
        var other = payment.counterparty();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%s %s %s %s from %s%n  text \"%s\" reference %s end-to-end %s%n  truth   %s%n  decided %s %s",
                miss.told().kind(),
                miss.verdict(),
                payment.amount(),
                payment.currency(),
                other == null ? "nobody" : other.name() + " " + other.iban(),
                payment.remittance(),
                payment.creditorReference(),
                payment.endToEndId(),
                truth(miss.told().truth()),
                miss.decision().word(),
                allocations(Outcomes.allocations(miss.decision()))));
        miss.decision().evidence().forEach(line -> text.append("\n    ").append(line));
        Outcomes.candidates(miss.decision())
                .forEach(candidate -> text.append("\n    perhaps ")
                        .append(candidate.score())
                        .append(' ')
                        .append(allocations(candidate.allocations()))
                        .append(' ')
                        .append(candidate.evidence()));
        return text.toString();
    }

    private static String truth(Truth truth) {
        if (truth instanceof Truth.Settles settles) {
            return settles.shares().stream()
                    .map(share -> share.amount() + " " + share.purpose() + " of "
                            + share.item().numberForDebtor() + "/"
                            + share.item().instalment() + " (open "
                            + share.item().openAmount() + ", debtor "
                            + share.item().debtor() + ", due "
                            + share.item().dueDate() + ")")
                    .collect(Collectors.joining(", "));
        }
        return truth.toString();
    }

    private static String allocations(List<Allocation> allocations) {
        return allocations.stream()
                .map(allocation -> allocation.amount() + " "
                        + allocation.purpose().word() + " of "
                        + allocation.item().number() + "/" + allocation.item().instalment() + " (open "
                        + allocation.item().open() + ", debtor "
                        + allocation.item().debtor().debtor() + ")")
                .collect(Collectors.joining(", "));
    }
}
