package io.sollecito.cli;

import io.sollecito.model.Amounts;
import io.sollecito.model.ChargeKind;
import io.sollecito.model.Counted;
import io.sollecito.model.OneLine;
import io.sollecito.model.PlanOutcome;
import io.sollecito.reminders.simulation.Tally;
import io.sollecito.reminders.simulation.Terms;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A simulation for people: a table with one column per plan. */
final class SimulationAsText {

    private static final int LABEL = 40;
    private static final int CELL = 22;
    private static final Predicate<String> LETTERS = channel -> channel.endsWith("letter");

    private static final Set<PlanOutcome> UNEXPECTED =
            EnumSet.of(PlanOutcome.NO_PLAN, PlanOutcome.HELD, PlanOutcome.NO_ADDRESS);

    private final PrintWriter out;
    private final boolean weekly;

    SimulationAsText(PrintWriter out, boolean weekly) {
        this.out = out;
        this.weekly = weekly;
    }

    void print(Terms terms, List<Simulated> all) {
        out.printf(
                "%s to %s, %d debtors. %s. %s.%n",
                terms.from(), terms.to(), all.get(0).tally().debtors(), behaviour(terms), approval(terms));
        row("", all, simulated -> OneLine.of(simulated.name()));
        messages(all);
        TreeSet<String> currencies = all.stream()
                .flatMap(simulated -> simulated.tally().currencies().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        currencies.forEach(currency -> money(all, currency));
    }

    private static String behaviour(Terms terms) {
        String name = terms.behaviour().name();
        return name.equals("none")
                ? "Nobody pays: this is the most that plans can send"
                : "Debtors pay as '" + name + "' assumes (seed " + terms.seed() + ")";
    }

    private static String approval(Terms terms) {
        int days = terms.approveAfterDays();
        return days < 0 ? "Nobody approves" : "A person approves after " + Counted.of(days, "business day");
    }

    /** A step by a channel: how many messages, and what they cost. */
    private void messages(List<Simulated> all) {
        heading("messages, and their cost");
        List<Map<String, String>> columns =
                all.stream().map(SimulationAsText::sent).toList();
        columns.stream()
                .flatMap(column -> column.keySet().stream())
                .distinct()
                .forEach(label -> cells("  " + label, columns, column -> column.getOrDefault(label, "-")));
        Collection<String> currencies = all.stream()
                .flatMap(simulated -> simulated.tally().sent().keySet().stream())
                .map(Tally.Channel::currency)
                .collect(Collectors.toCollection(TreeSet::new));
        row("  all", all, simulated -> String.valueOf(simulated.messageCount()));
        for (String currency : currencies) {
            row("  cost, " + currency, all, simulated -> cost(simulated, currency, channel -> true));
            row("  of it letters, " + currency, all, simulated -> cost(simulated, currency, LETTERS));
        }
    }

    private static Map<String, String> sent(Simulated simulated) {
        return simulated.messages().stream()
                .collect(Collectors.toMap(
                        entry -> label(simulated, entry.getKey()),
                        entry -> "%d %10s"
                                .formatted(
                                        entry.getValue().messages(),
                                        entry.getValue().cost() == null
                                                ? "?"
                                                : Amounts.text(
                                                        entry.getValue().cost(),
                                                        entry.getKey().currency())),
                        (one, other) -> one + " + " + other,
                        LinkedHashMap::new));
    }

    private static String label(Simulated simulated, Tally.Channel channel) {
        return (simulated.plans().size() == 1 ? "" : channel.plan() + ": ") + channel.step() + " by "
                + channel.channel();
    }

    private static String cost(Simulated simulated, String currency, Predicate<String> channel) {
        return simulated
                .cost(currency, channel)
                .map(cost -> Amounts.text(cost, currency))
                .orElse("not known");
    }

    private void money(List<Simulated> all, String currency) {
        heading(currency);
        part("owed on the first day", all, currency, Tally.Part.START);
        for (ChargeKind kind : ChargeKind.values()) {
            if (all.stream()
                    .anyMatch(simulated -> simulated.charged(currency, kind).signum() != 0)) {
                row(
                        "  charged besides: " + kind.text(),
                        all,
                        simulated -> Amounts.text(simulated.charged(currency, kind), currency));
            }
        }
        part("paid", all, currency, Tally.Part.PAID);
        cash(all, currency);
        row(
                "    on average, days after due",
                all,
                simulated -> simulated
                        .daysLate(currency)
                        .map(BigDecimal::toPlainString)
                        .orElse("-"));
        part("settled by credits", all, currency, Tally.Part.CREDITED);
        part("handed over", all, currency, Tally.Part.HANDED_OVER);
        part("still open on the last day", all, currency, Tally.Part.OPEN);
        for (PlanOutcome outcome : PlanOutcome.values()) {
            Tally.Left which = new Tally.Left(currency, outcome);
            all.stream()
                    .map(simulated -> simulated.tally().left().get(which))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(any -> {
                        row("    " + meaning(outcome), all, simulated -> left(simulated, which));
                        if (UNEXPECTED.contains(outcome)) {
                            out.println("      such as: " + OneLine.of(any.such()));
                        }
                    });
        }
    }

    private void cash(List<Simulated> all, String currency) {
        all.stream()
                .flatMap(simulated -> simulated.cash(currency, weekly).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(period -> row(
                        "    " + period,
                        all,
                        simulated -> Amounts.text(
                                simulated.cash(currency, weekly).getOrDefault(period, BigDecimal.ZERO), currency)));
    }

    private void part(String label, List<Simulated> all, String currency, Tally.Part part) {
        row(
                "  " + label,
                all,
                simulated ->
                        Amounts.text(simulated.tally().share(currency, part).amount(), currency));
    }

    private static String left(Simulated simulated, Tally.Left which) {
        Tally.Rest rest = simulated.tally().left().get(which);
        Tally.Sum sum = rest == null ? Tally.Sum.NOTHING : rest.sum();
        return sum.items() + " items " + "%12s".formatted(Amounts.text(sum.amount(), which.currency()));
    }

    private static String meaning(PlanOutcome outcome) {
        return switch (outcome) {
            case REMIND -> "reminded on the last run";
            case NOT_YET -> "the next step is to come";
            case FINISHED -> "no step left";
            case HELD -> "held";
            default -> outcome.text();
        };
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private void row(String label, List<Simulated> all, Function<Simulated, String> cell) {
        cells(label, all, cell);
    }

    private <T> void cells(String label, List<T> columns, Function<T, String> cell) {
        out.println(("%-" + LABEL + "s").formatted(label)
                + columns.stream()
                        .map(cell)
                        .map(text -> ("%" + CELL + "s").formatted(text))
                        .collect(Collectors.joining("  ")));
    }
}
