package io.sollecito.delivery.sms;

import io.sollecito.delivery.Channel;
import io.sollecito.delivery.Composing;
import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.DeliveryOutcome.Failed;
import io.sollecito.delivery.DeliveryOutcome.Sent;
import io.sollecito.delivery.Outlet;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.ledger.outbox.SmsParts;
import io.sollecito.model.MobileNumber;
import io.sollecito.reminders.message.ReminderFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** Reminders by text message, one part at a time over the creditor's route {@code sms-<CREDITOR>}. */
public final class SmsChannel implements Channel {

    /** Lets time pass while the message centre is busy. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    private static final int MOST_PARTS = 6;
    private static final Set<String> LEFT = Set.of("sent", "delivered", "undelivered");
    private static final List<Duration> BUSY_PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));

    private final Composing composing;
    private final Outlet outlet;
    private final SmsParts parts;
    private final Pause pause;

    public SmsChannel(Composing composing, Outlet outlet, SmsParts parts, Pause pause) {
        this.composing = composing;
        this.outlet = outlet;
        this.parts = parts;
        this.pause = pause;
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
        String from = facts.creditor().smsSender();
        if (from == null || !from.matches("\\+[0-9]{6,15}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}")) {
            throw new Unsendable("bad-sender", "the creditor's text messages have no valid sender name");
        }
        SmsEncoding encoded = SmsEncoding.of(composing.sms(facts), claim.dispatchId());
        if (encoded.parts().size() > MOST_PARTS) {
            throw new Unsendable(
                    "too-long", "the text would take " + encoded.parts().size() + " parts");
        }
        List<SmsSubmission> submissions = new ArrayList<>();
        for (byte[] payload : encoded.parts()) {
            submissions.add(new SmsSubmission(from, to, payload, encoded.dataCoding(), encoded.isConcatenated()));
        }
        return () -> send(claim, submissions);
    }

    /** Parts that an earlier attempt got through are not sent again. */
    private DeliveryOutcome send(Claim claim, List<SmsSubmission> submissions) {
        SortedMap<Integer, String> states = parts.prepare(claim.dispatchId(), submissions.size());
        String firstId = null;
        for (int part = 1; part <= submissions.size(); part++) {
            if (LEFT.contains(states.get(part))) {
                continue;
            }
            DeliveryOutcome outcome = submit(claim, part, submissions.get(part - 1));
            if (!(outcome instanceof Sent sent)) {
                return outcome;
            }
            firstId = firstId == null ? sent.messageId() : firstId;
        }
        return new Sent(firstId);
    }

    private DeliveryOutcome submit(Claim claim, int part, SmsSubmission submission) {
        DeliveryOutcome outcome = submitOnce(claim, part, submission);
        for (Duration busy : BUSY_PAUSES) {
            if (!SmppOutcome.isBusy(outcome) || !paused(busy)) {
                return outcome;
            }
            outcome = submitOnce(claim, part, submission);
        }
        return outcome;
    }

    private DeliveryOutcome submitOnce(Claim claim, int part, SmsSubmission submission) {
        parts.move(claim.dispatchId(), part, "sending", null);
        DeliveryOutcome outcome = handOver(claim, submission);
        if (outcome instanceof Sent sent) {
            parts.move(claim.dispatchId(), part, "sent", sent.messageId());
        } else if (outcome instanceof Failed failed) {
            parts.move(claim.dispatchId(), part, failed.permanent() ? "failed" : "waiting", null);
        } else {
            parts.move(claim.dispatchId(), part, "uncertain", null);
        }
        return outcome;
    }

    private DeliveryOutcome handOver(Claim claim, SmsSubmission submission) {
        try {
            return new Sent(outlet.send("sms-" + claim.creditor(), submission));
        } catch (Exception failure) {
            return SmppOutcome.of(failure);
        }
    }

    private boolean paused(Duration busy) {
        try {
            pause.of(busy);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
