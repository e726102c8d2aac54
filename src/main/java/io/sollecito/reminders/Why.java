package io.sollecito.reminders;

import io.sollecito.model.OpenItem;
import io.sollecito.reminders.plan.When;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Reasons of decisions in words. */
final class Why {

    private Why() {}

    /** Such as {@code 3 days after due; courtesy has expired}. */
    static String reminded(OpenItem item, Progress.Next next, LocalDate asOf) {
        String day = next.step().when().base() == When.Base.AFTER_ISSUE
                ? distance(item.issueDate(), asOf, "issue")
                : distance(item.dueDate(), asOf, "due");
        List<String> all = new ArrayList<>(List.of(day));
        all.addAll(next.skipped());
        return String.join("; ", all);
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
