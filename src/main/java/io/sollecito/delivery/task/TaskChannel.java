package io.sollecito.delivery.task;

import io.sollecito.delivery.Channel;
import io.sollecito.delivery.Composing;
import io.sollecito.delivery.DeliveryOutcome.Sent;
import io.sollecito.delivery.LetterId;
import io.sollecito.ledger.outbox.Claim;

/**
 * A call for a person to make. The task is done when it is created; its script is proved to be writable now and written
 * anew when somebody opens it, because the journal holds no personal data.
 */
public final class TaskChannel implements Channel {

    private final Composing composing;

    public TaskChannel(Composing composing) {
        this.composing = composing;
    }

    @Override
    public String name() {
        return "task";
    }

    @Override
    public Prepared prepare(Outgoing outgoing) {
        Claim claim = outgoing.claim();
        composing.script(outgoing.facts());
        return () -> new Sent(LetterId.of(claim.creditor(), claim.dispatchId()));
    }
}
