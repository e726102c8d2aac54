package io.sollecito.delivery;

import io.sollecito.ledger.outbox.DispatchContent;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.message.ReminderFacts;
import java.time.LocalDate;

/** From the ledger's content of a dispatch to the facts that its words are made of. */
public final class Facts {

    private Facts() {}

    /** @param date the day it is written, the creditor's */
    public static ReminderFacts of(DispatchContent content, Creditor creditor, LocalDate date) {
        return new ReminderFacts(
                creditor,
                content.debtor(),
                content.plan(),
                content.step(),
                content.template(),
                content.language(),
                content.currency(),
                content.total(),
                content.reference(),
                content.deadline(),
                date,
                content.consideredUntil(),
                content.items().stream()
                        .map(listed -> new ReminderFacts.Listed(
                                listed.item(), listed.role(), listed.advances(), listed.step(), listed.amount()))
                        .toList(),
                content.statement(),
                LetterId.of(creditor.code(), content.dispatchId()),
                content.charges(),
                content.past());
    }
}
