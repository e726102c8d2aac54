package io.sollecito.reminders;

import io.sollecito.model.SentStep;
import io.sollecito.reminders.plan.ReminderPlan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Until when the reminders of an item gave to pay.
 *
 * @param done those that went out
 */
record Deadlines(ReminderPlan plan, List<SentStep> done) {

    /** That of the last reminder that set one. */
    Optional<LocalDate> last() {
        return done.stream()
                .filter(sent -> sent.deadline() != null || deadlineDays(sent) > 0)
                .max(Comparator.comparing(SentStep::effective))
                .map(this::deadline);
    }

    /** The debtor has all of its days from the day on which he had it, and never less than what it printed. */
    private LocalDate deadline(SentStep sent) {
        LocalDate from = sent.delivered() == null ? sent.effective() : sent.delivered();
        LocalDate given = from.plusDays(deadlineDays(sent));
        return sent.deadline() == null || given.isAfter(sent.deadline()) ? given : sent.deadline();
    }

    private int deadlineDays(SentStep sent) {
        int index = plan.indexOf(sent.step());
        return index < 0 ? 0 : plan.steps().get(index).deadlineDays();
    }
}
