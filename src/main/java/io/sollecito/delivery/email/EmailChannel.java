package io.sollecito.delivery.email;

import io.sollecito.delivery.Channel;
import io.sollecito.delivery.Composing;
import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.DeliveryOutcome.Sent;
import io.sollecito.delivery.Outlet;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.message.ReminderFacts;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;

/** Reminders by e-mail, over the creditor's route {@code email-<CREDITOR>}. */
public final class EmailChannel implements Channel {

    private final Composing composing;
    private final Outlet outlet;
    private final Clock clock;

    public EmailChannel(Composing composing, Outlet outlet, Clock clock) {
        this.composing = composing;
        this.outlet = outlet;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Prepared prepare(Outgoing outgoing) throws Unsendable {
        Claim claim = outgoing.claim();
        ReminderFacts facts = outgoing.facts();
        boolean withStatement = outgoing.attachments().contains("account-statement");
        Creditor creditor = facts.creditor();
        String id = messageId(claim.dispatchId(), facts.reference(), creditor);
        var envelope = new MimeMail.Envelope(
                creditor.name(),
                creditor.senderEmail(),
                claim.recipient(),
                creditor.signatory().email(),
                id,
                null,
                clock.instant());
        MimeMessage mail = MimeMail.of(envelope, composing.email(facts, withStatement));
        return () -> send(outlet, creditor.code(), mail, id);
    }

    /** Hands a packed e-mail to a creditor's route; digests and alarms go the same way. */
    public static DeliveryOutcome send(Outlet outlet, String creditor, MimeMessage mail, String messageId) {
        try {
            outlet.send("email-" + creditor, mail);
            return new Sent(messageId);
        } catch (Exception failure) {
            return SmtpOutcome.of(failure, messageId);
        }
    }

    /** The same for every attempt of a dispatch: dispatch-17.RF18539007547034@acme.example. */
    static String messageId(long dispatchId, String reference, Creditor creditor) {
        String sender = creditor.senderEmail();
        String domain = sender.substring(sender.indexOf('@') + 1);
        return "dispatch-" + dispatchId + "." + reference.replaceAll("[^A-Za-z0-9]", "") + "@" + domain;
    }
}
