package io.sollecito.delivery.task;

import io.sollecito.delivery.Facts;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.DispatchContent;
import io.sollecito.ledger.outbox.DispatchContent.Listed;
import io.sollecito.ledger.outbox.DispatchContents;
import io.sollecito.ledger.tasks.OpenTask;
import io.sollecito.model.Creditor;
import io.sollecito.model.OpenItem;
import io.sollecito.reminders.message.MessageHeld;
import io.sollecito.reminders.message.ReminderFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What to say in the calls of a creditor's open tasks. A script is written when somebody reads it, of what is open then:
 * a paid item is not named, a paid part not asked for again.
 */
public final class CallScripts {

    private final DispatchContents contents;
    private final Function<ReminderFacts, String> composing;

    public CallScripts(DispatchContents contents, Function<ReminderFacts, String> composing) {
        this.contents = contents;
        this.composing = composing;
    }

    /** The script by task id; why it cannot be written stands in its place. */
    public Map<Long, String> of(Creditor creditor, List<OpenTask> tasks, LocalDate today) {
        Map<Long, DispatchContent> loaded =
                contents.load(tasks.stream().map(CallScripts::claim).toList(), today);
        Map<Long, String> scripts = new HashMap<>();
        for (OpenTask task : tasks) {
            DispatchContent content = loaded.get(task.id());
            if (content != null) {
                scripts.put(task.id(), script(Facts.of(now(content, task), creditor, today)));
            }
        }
        return scripts;
    }

    private String script(ReminderFacts facts) {
        try {
            return composing.apply(facts).stripTrailing();
        } catch (MessageHeld held) {
            return "(no script: " + held.getMessage() + ")";
        }
    }

    /** Nothing is claimed: contents are asked for by the ids that claims carry. */
    private static Claim claim(OpenTask task) {
        return new Claim(
                task.id(), task.reminder(), task.creditor(), task.debtor().debtor(), "task", "", 0, 0);
    }

    private static DispatchContent now(DispatchContent planned, OpenTask task) {
        List<Listed> items = planned.items().stream()
                .map(listed -> now(listed, planned.statement()))
                .filter(listed -> listed.amount().signum() != 0)
                .toList();
        return new DispatchContent(
                planned.dispatchId(),
                planned.plan(),
                planned.step(),
                planned.template(),
                planned.language(),
                planned.currency(),
                items.stream()
                        .filter(listed ->
                                List.of("overdue", "upcoming", "credit").contains(listed.role()))
                        .map(Listed::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                planned.reference(),
                planned.deadline(),
                planned.attachments(),
                task.debtor(),
                items,
                planned.statement(),
                planned.consideredUntil(),
                planned.charges(),
                planned.thread(),
                planned.past());
    }

    /** As listed, but not more than what is open now. */
    private static Listed now(Listed listed, List<OpenItem> open) {
        BigDecimal left = open.stream()
                .filter(item -> item.itemKey().equals(listed.item().itemKey()))
                .map(OpenItem::openAmount)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        BigDecimal amount = left.abs().compareTo(listed.amount().abs()) < 0 ? left : listed.amount();
        return new Listed(listed.item(), listed.role(), listed.advances(), listed.step(), amount);
    }
}
