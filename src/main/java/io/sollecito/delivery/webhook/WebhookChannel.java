package io.sollecito.delivery.webhook;

import io.sollecito.delivery.Channel;
import io.sollecito.delivery.Composing;
import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.DeliveryOutcome.Sent;
import io.sollecito.delivery.LetterId;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.Patience;
import io.sollecito.delivery.http.HttpOutcome;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.reminders.message.ReminderFacts;
import java.time.Clock;

/** Reminders as signed JSON to a gateway of the creditor's, over his route {@code webhook-<CREDITOR>}. */
public final class WebhookChannel implements Channel {

    private final Composing composing;
    private final Outlet outlet;
    private final Clock clock;
    private final Patience patience;

    public WebhookChannel(Composing composing, Outlet outlet, Clock clock, Patience patience) {
        this.composing = composing;
        this.outlet = outlet;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Prepared prepare(Outgoing outgoing) {
        Claim claim = outgoing.claim();
        ReminderFacts facts = outgoing.facts();
        String id = LetterId.of(claim.creditor(), claim.dispatchId());
        byte[] body = WebhookBody.of(id, facts, composing.sms(facts));
        return () -> patience.of(() -> call(claim.creditor(), id, body), HttpOutcome::isBusy);
    }

    private DeliveryOutcome call(String creditor, String id, byte[] body) {
        try {
            String theirs = outlet.send("webhook-" + creditor, new WebhookCall(id, body, clock.instant()));
            return new Sent(theirs == null ? id : theirs);
        } catch (Exception failure) {
            return HttpOutcome.of(failure, id);
        }
    }
}
