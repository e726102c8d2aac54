package io.sollecito.cli;

import io.sollecito.model.ChargeKind;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.ReminderPlan;
import io.sollecito.reminders.simulation.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a plan, or several together, came to in a simulation. */
record Simulated(String name, List<ReminderPlan> plans, Tally tally) {

    /** In the order of plans and of their steps. */
    List<Map.Entry<Tally.Channel, Tally.Sent>> messages() {
        return tally.sent().entrySet().stream()
                .sorted(Comparator.comparing(entry -> position(entry.getKey())))
                .toList();
    }

    int messageCount() {
        return tally.sent().values().stream().mapToInt(Tally.Sent::messages).sum();
    }

    /** What messages cost in a currency; empty when nobody knows of some of them. */
    Optional<BigDecimal> cost(String currency, Predicate<String> channel) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Tally.Channel, Tally.Sent> sent : tally.sent().entrySet()) {
            if (sent.getKey().currency().equals(currency)
                    && channel.test(sent.getKey().channel())) {
                if (sent.getValue().cost() == null) {
                    return Optional.empty();
                }
                sum = sum.add(sent.getValue().cost());
            }
        }
        return Optional.of(sum);
    }

    /** What was paid, by month such as 2026-03, or by week such as 2026-W10. */
    Map<String, BigDecimal> cash(String currency, boolean weekly) {
        Map<String, BigDecimal> periods = new TreeMap<>();
        tally.cash().forEach((cash, amount) -> {
            if (cash.currency().equals(currency)) {
                periods.merge(
                        weekly ? week(cash.day()) : YearMonth.from(cash.day()).toString(), amount, BigDecimal::add);
            }
        });
        return periods;
    }

    /** By how many days after due an amount was paid on average, to a tenth; empty when nothing was. */
    Optional<BigDecimal> daysLate(String currency) {
        BigDecimal paid = tally.share(currency, Tally.Part.PAID).amount();
        return paid.signum() == 0
                ? Optional.empty()
                : Optional.of(tally.amountDays(currency).divide(paid, 1, RoundingMode.HALF_UP));
    }

    BigDecimal charged(String currency, ChargeKind kind) {
        return tally.charged().getOrDefault(new Tally.Charged(currency, kind), BigDecimal.ZERO);
    }

    private int position(Tally.Channel channel) {
        int position = 0;
        for (ReminderPlan plan : plans) {
            for (PlanStep step : plan.steps()) {
                if (plan.name().equals(channel.plan()) && step.name().equals(channel.step())) {
                    return position;
                }
                position++;
            }
        }
        return position;
    }

    private static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
