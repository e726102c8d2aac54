package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.reminders.plan.ReminderPlan;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Reasons of decisions in words. */
final class Why {

    private Why() {}

    /** Such as {@code 3 days after due; courtesy has expired}. */
    static String reminded(CaseItem item, Progress.Next next, LocalDate asOf) {
        String day = switch (next.step().when().base()) {
            case AFTER_ISSUE -> distance(item.item().issueDate(), asOf, "issue");
            case BEFORE_COLLECTION -> "to be collected on " + item.item().dueDate();
            case ON_RETURN -> "its collection or payment came back on " + item.returnedOn();
            case BEFORE_DUE, ON_DUE, AFTER_DUE, AFTER_PREVIOUS, AFTER_DEADLINE ->
                distance(item.item().dueDate(), asOf, "due");
        };
        List<String> all = new ArrayList<>(List.of(day));
        all.addAll(next.skipped());
        return String.join("; ", all);
    }

    static String limited(String step, ReminderPlan plan, LocalDate opens) {
        int most = plan.weekLimit();
        return step + " on " + opens + ": at most " + most + (most == 1 ? " message" : " messages") + " in seven days";
    }

    static String finished(Progress progress) {
        return progress.lastDone()
                .map(last -> "no step is left after " + last.step() + " of " + last.effective())
                .orElse("all steps have expired");
    }

    private static String distance(LocalDate from, LocalDate asOf, String what) {
        long days = ChronoUnit.DAYS.between(from, asOf);
        if (days == 0) {
            return what.equals("due") ? "due today" : "issued today";
        }
        return Math.abs(days) + (Math.abs(days) == 1 ? " day " : " days ") + (days < 0 ? "before " : "after ") + what;
    }
}
