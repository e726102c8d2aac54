package io.sollecito.reminders;

import io.sollecito.model.Debtor;
import io.sollecito.model.Recipients;
import io.sollecito.model.SentStep;
import io.sollecito.model.SuspendedAddress;
import io.sollecito.reminders.plan.PlanStep;
import io.sollecito.reminders.plan.ReminderPlan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which channels reach one debtor. */
final class Reach {

    private final Debtor debtor;
    private final List<SuspendedAddress> suspended;
    private final Map<String, Optional<String>> recipients = new HashMap<>();

    /** @param suspended the debtor's addresses that are not used */
    Reach(Debtor debtor, List<SuspendedAddress> suspended) {
        this.debtor = debtor;
        this.suspended = suspended;
    }

    /** Why the step cannot reach the debtor now. */
    Optional<String> unreachable(ReminderPlan plan, Progress progress, Progress.Next next, LocalDate asOf) {
        if (next.step().by().stream().noneMatch(this::reaches)) {
            return Optional.of(
                    "no usable address for " + String.join(" or ", next.step().by()) + unused(next.step()));
        }
        return progress.undelivered(next)
                .filter(tried -> asOf.isBefore(triedAgain(plan, tried)))
                .map(tried -> "the reminder of " + tried.effective() + " reached nobody"
                        + (tried.reason() == null ? "" : " (" + tried.reason() + ")") + "; tried again on "
                        + triedAgain(plan, tried));
    }

    /** Which of its addresses are there but not used, and why. */
    private String unused(PlanStep step) {
        return suspended.stream()
                .filter(address ->
                        step.by().stream().map(Recipients::addressChannel).anyMatch(address.channel()::equals))
                .map(Reach::whyUnused)
                .distinct()
                .collect(Collectors.joining());
    }

    private static String whyUnused(SuspendedAddress address) {
        String what = address.channel().equals("letter") ? "a letter to it " : "its email address ";
        return "; " + what + address.reason() + " on " + address.since();
    }

    /** A message that could not be written is tried the next day, one that reached nobody after the plan's interval. */
    private static LocalDate triedAgain(ReminderPlan plan, SentStep tried) {
        boolean unwritten = tried.reason() != null && tried.reason().startsWith("held: ");
        return tried.effective().plusDays(unwritten ? 1 : plan.intervalDays());
    }

    /** Whether the debtor has a usable address for that channel. */
    boolean reaches(String channel) {
        return recipients
                .computeIfAbsent(channel, name -> Recipients.of(debtor, name))
                .isPresent();
    }

    /** The first of the step's channels that reaches the debtor of an item that is ready for it. */
    String channel(PlanStep step) {
        return step.by().stream().filter(this::reaches).findFirst().orElseThrow();
    }
}
