package io.sollecito.digest;

import io.sollecito.ledger.database.Database;
import io.sollecito.ledger.debtors.DebtorAccount;
import io.sollecito.ledger.debtors.PayingHabits;
import io.sollecito.ledger.reminders.Cases;
import io.sollecito.model.CaseItem;
import io.sollecito.model.Debtor;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.PayingHabit;
import io.sollecito.model.Risk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How a debtor has paid and how risky he is, as of the newest planning run, in sentences. */
final class HabitSentences {

    private final PayingHabits habits;
    private final Cases cases;
    private final ZoneId zone;

    HabitSentences(Database database, ZoneId zone) {
        this.habits = new PayingHabits(database);
        this.cases = new Cases(database);
        this.zone = zone;
    }

    /** Empty before the first run. */
    List<StoryLine> of(String creditor, String source, String debtor) {
        return habits.computedAt(creditor)
                .map(at -> lines(at, creditor, new DebtorAccount(source, debtor)))
                .orElse(List.of());
    }

    private List<StoryLine> lines(Instant at, String creditor, DebtorAccount account) {
        LocalDate day = at.atZone(zone).toLocalDate();
        PayingHabit habit = habits.of(creditor, List.of(account)).getOrDefault(account, PayingHabit.NONE);
        List<StoryLine> lines = new ArrayList<>();
        if (habit.items() > 0) {
            lines.add(StorySentences.line(at, habit(habit) + "."));
        }
        Risk risk = Risk.of(habit, open(creditor, account, day), day);
        lines.add(StorySentences.line(
                at,
                "Risk " + risk.score() + " of 100"
                        + (risk.reasons().isEmpty()
                                ? ": nothing speaks against the debtor"
                                : ": " + String.join("; ", risk.reasons()))
                        + "."));
        return lines;
    }

    private List<CaseItem> open(String creditor, DebtorAccount account, LocalDate day) {
        Debtor debtor = Debtor.knownByNumber(creditor, account.source(), account.debtor());
        return cases.again(creditor, day, List.of(new DebtorCase(debtor, List.of(), List.of()))).stream()
                .flatMap(found -> found.items().stream())
                .toList();
    }

    private static String habit(PayingHabit habit) {
        String without = habit.unreminded().items() == 0
                ? ""
                : "; without a reminder " + late(habit.unreminded().usual());
        String channels = new TreeMap<>(habit.channels())
                .entrySet().stream()
                        .map(each -> each.getValue() + " after one by " + Words.channel(each.getKey()))
                        .collect(Collectors.joining(", "));
        return "Habit, by the last " + Words.plural(habit.items(), "paid item", "paid items")
                + ": usually "
                + late(habit.paid().usual()) + " (half of them between "
                + habit.paid().lower() + " and "
                + habit.paid().upper() + " days after due, " + habit.paid().average() + " on average)" + without + "; "
                + habit.remindedShare() + " % needed a reminder" + (channels.isEmpty() ? "" : " (" + channels + ")")
                + "; " + habit.kept() + " promises kept, " + habit.broken() + " broken; " + habit.disputes()
                + " disputes";
    }

    private static String late(int days) {
        if (days == 0) {
            return "on the due date";
        }
        return Words.plural(Math.abs(days), "day", "days") + (days < 0 ? " early" : " late");
    }
}
