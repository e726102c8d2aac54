package io.sollecito.delivery.task;

import io.sollecito.delivery.Channel;
import io.sollecito.delivery.DeliveryOutcome.Sent;
import io.sollecito.delivery.LetterId;
import io.sollecito.ledger.outbox.Claim;

/** The case goes to whoever collects from here on: done when it is created, shown to finance. */
public final class HandoverChannel implements Channel {

    @Override
    public String name() {
        return "handover";
    }

    @Override
    public Prepared prepare(Outgoing outgoing) {
        Claim claim = outgoing.claim();
        return () -> new Sent(LetterId.of(claim.creditor(), claim.dispatchId()));
    }
}
