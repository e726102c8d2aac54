package io.sollecito.delivery.sms;

import io.sollecito.delivery.Channel;
import io.sollecito.delivery.Composing;
import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.DeliveryOutcome.Failed;
import io.sollecito.delivery.DeliveryOutcome.Sent;
import io.sollecito.delivery.DeliveryOutcome.Uncertain;
import io.sollecito.delivery.LetterId;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.Patience;
import io.sollecito.delivery.http.HttpOutcome;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.SmsParts;
import io.sollecito.model.MobileNumber;
import io.sollecito.reminders.message.ReminderFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reminders by text message: whole over the creditor's route {@code sms-text-<CREDITOR>} if there is one, else one part at a
 * time over {@code sms-<CREDITOR>}.
 */
public final class SmsChannel implements Channel {

    /** How a message leaves: whole to a gateway, or in parts to a message centre. */
    private record Way(
            String route,
            List<?> submissions,
            Function<Exception, DeliveryOutcome> failure,
            Predicate<DeliveryOutcome> busy) {}

    private static final int MOST_PARTS = 6;
    private static final Set<String> LEFT = Set.of("sent", "delivered", "undelivered");

    private final Composing composing;
    private final Outlet outlet;
    private final SmsParts parts;
    private final Patience patience;

    public SmsChannel(Composing composing, Outlet outlet, SmsParts parts, Patience patience) {
        this.composing = composing;
        this.outlet = outlet;
        this.parts = parts;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public Prepared prepare(Outgoing outgoing) throws Unsendable {
        Claim claim = outgoing.claim();
        ReminderFacts facts = outgoing.facts();
        String to = MobileNumber.e164(claim.recipient(), facts.debtor().country())
                .orElseThrow(() -> new Unsendable("bad-address", "the recipient is not a mobile number"));
        String from = facts.creditor().senders().sms();
        if (from == null || !from.matches("\\+[0-9]{6,15}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}")) {
            throw new Unsendable("bad-sender", "the creditor's text messages have no valid sender name");
        }
        String text = composing.sms(facts);
        SmsEncoding encoded = SmsEncoding.of(text, claim.dispatchId());
        if (encoded.parts().size() > MOST_PARTS) {
            throw new Unsendable(
                    "too-long", "the text would take " + encoded.parts().size() + " parts");
        }
        List<SmsSubmission> submissions = new ArrayList<>();
        for (byte[] payload : encoded.parts()) {
            submissions.add(new SmsSubmission(from, to, payload, encoded.dataCoding(), encoded.isConcatenated()));
        }
        SmsText whole = new SmsText(LetterId.of(claim.creditor(), claim.dispatchId()), from, to, text);
        return () -> send(claim, way(claim.creditor(), whole, submissions));
    }

    private Way way(String creditor, SmsText whole, List<SmsSubmission> submissions) {
        String gateway = "sms-text-" + creditor;
        return outlet.leadsTo(gateway)
                ? new Way(gateway, List.of(whole), failure -> HttpOutcome.of(failure, null), HttpOutcome::isBusy)
                : new Way("sms-" + creditor, submissions, SmppOutcome::of, SmppOutcome::isBusy);
    }

    /** Parts that an earlier attempt got through are not sent again. */
    private DeliveryOutcome send(Claim claim, Way way) {
        SortedMap<Integer, String> states =
                parts.prepare(claim.dispatchId(), way.submissions().size());
        if (states.size() > way.submissions().size()) {
            return new Uncertain(null, "parts-changed", "an earlier attempt sent some of it, in more parts than now");
        }
        String firstId = null;
        for (int part = 1; part <= way.submissions().size(); part++) {
            if (LEFT.contains(states.get(part))) {
                continue;
            }
            int number = part;
            DeliveryOutcome outcome = patience.of(() -> submit(claim, number, way), way.busy());
            if (!(outcome instanceof Sent sent)) {
                return outcome;
            }
            firstId = firstId == null ? sent.messageId() : firstId;
        }
        return new Sent(firstId);
    }

    private DeliveryOutcome submit(Claim claim, int part, Way way) {
        parts.move(claim.dispatchId(), part, "sending", null);
        DeliveryOutcome outcome = handOver(way, way.submissions().get(part - 1));
        if (outcome instanceof Sent sent) {
            parts.move(claim.dispatchId(), part, "sent", sent.messageId());
        } else if (outcome instanceof Failed failed) {
            parts.move(claim.dispatchId(), part, failed.permanent() ? "failed" : "waiting", null);
        } else {
            parts.move(claim.dispatchId(), part, "uncertain", null);
        }
        return outcome;
    }

    private DeliveryOutcome handOver(Way way, Object submission) {
        try {
            return new Sent(outlet.send(way.route(), submission));
        } catch (Exception failure) {
            return way.failure().apply(failure);
        }
    }
}
