package io.sollecito.reminders;

import io.sollecito.model.CaseItem;
import io.sollecito.model.DebtorCase;
import io.sollecito.model.Recipients;
import io.sollecito.model.SentStep;
import io.sollecito.reminders.plan.Plans;
import io.sollecito.reminders.plan.ReminderPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many messages one debtor gets in any seven days, whatever they are about. One that also goes by a parallel channel
 * counts once; one that stayed with the creditor's people, or reached nobody, does not count.
 */
final class WeeklyLimit {

    private static final int DAYS = 7;

    private final DebtorCase debtor;
    private final Plans plans;
    private final LocalDate asOf;
    private List<LocalDate> sent;

    WeeklyLimit(DebtorCase debtor, Plans plans, LocalDate asOf) {
        this.debtor = debtor;
        this.plans = plans;
        this.asOf = asOf;
    }

    /** The first day on which that plan may write to the debtor by that channel again, if it may not today. */
    Optional<LocalDate> opensOn(ReminderPlan plan, String channel) {
        if (plan.weekLimit() == 0 || Recipients.staysInside(channel)) {
            return Optional.empty();
        }
        int tooMany = sent().size() - plan.weekLimit();
        return tooMany < 0 ? Optional.empty() : Optional.of(sent().get(tooMany).plusDays(DAYS));
    }

    /** A message by that channel is planned now. */
    void count(String channel) {
        if (!Recipients.staysInside(channel)) {
            sent().add(asOf);
        }
    }

    /** The days of the messages of the last seven days, oldest first. */
    private List<LocalDate> sent() {
        if (sent == null) {
            Map<Object, LocalDate> messages = new HashMap<>();
            debtor.otherHistory().forEach(step -> add(messages, step));
            for (CaseItem item : debtor.items()) {
                item.history().forEach(step -> add(messages, step));
            }
            sent = new ArrayList<>(messages.values().stream().sorted().toList());
        }
        return sent;
    }

    private void add(Map<Object, LocalDate> messages, SentStep step) {
        if (step.state() != SentStep.State.UNDELIVERED
                && step.effective().isAfter(asOf.minusDays(DAYS))
                && reachedHim(step)) {
            messages.put(message(step), step.effective());
        }
    }

    private static Object message(SentStep step) {
        return step.reminder() == null ? List.of(step.plan(), step.effective()) : step.reminder();
    }

    private boolean reachedHim(SentStep sent) {
        if (sent.channel() != null) {
            return !Recipients.staysInside(sent.channel());
        }
        return plans.named(sent.plan())
                .map(plan -> plan.indexOf(sent.step()) < 0
                        || !plan.steps().get(plan.indexOf(sent.step())).by().stream()
                                .allMatch(Recipients::staysInside))
                .orElse(true);
    }
}
