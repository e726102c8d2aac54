package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.Counted;
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
        return with(adapted(day, next), next.skipped());
    }

    /** Such as {@code second on 2026-03-04; call left out, as item.openAmount > 1000 does not hold}. */
    static String notYet(Progress progress, Progress.Next next) {
        String day = next.day() == null
                ? "no deadline has been set yet"
                : next.step().name() + " on " + next.day();
        return with(adapted(day, next), progress.leftOut(next));
    }

    static String limited(String step, ReminderPlan plan, LocalDate opens) {
        int most = plan.weekLimit();
        return step + " on " + opens + ": at most " + Counted.of(most, "message") + " in seven days";
    }

    static String finished(Progress progress) {
        String last = progress.lastDone()
                .map(done -> "no step is left after " + done.step() + " of " + done.effective())
                .orElse("all steps have expired");
        List<String> leftOut = progress.leftOut(null);
        return leftOut.isEmpty() || progress.lastDone().isPresent()
                ? with(last, leftOut)
                : with("no step is for it", leftOut);
    }

    private static String adapted(String reason, Progress.Next next) {
        return next.step().adapted() == null
                ? reason
                : reason + "; " + next.step().adapted();
    }

    private static String with(String reason, List<String> more) {
        List<String> all = new ArrayList<>(List.of(reason));
        all.addAll(more);
        return String.join("; ", all);
    }

    private static String distance(LocalDate from, LocalDate asOf, String what) {
        long days = ChronoUnit.DAYS.between(from, asOf);
        if (days == 0) {
            return what + " today";
        }
        return Counted.of(Math.abs(days), "day") + (days < 0 ? " before " : " after ") + what;
    }
}
