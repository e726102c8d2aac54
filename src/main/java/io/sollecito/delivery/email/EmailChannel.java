package io.sollecito.delivery.email;

import io.sollecito.delivery.Channel;
import io.sollecito.delivery.Composing;
import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.DeliveryOutcome.Sent;
import io.sollecito.delivery.DeliveryOutcome.Withdrawn;
import io.sollecito.delivery.Outlet;
import io.sollecito.ledger.outbox.Claim;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.message.EmailContent;
import io.sollecito.reminders.message.ReminderFacts;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Reminders by e-mail, over the creditor's route {@code email-<CREDITOR>}. */
public final class EmailChannel implements Channel {

    private final Composing composing;
    private final Outlet outlet;
    private final Clock clock;
    private final Set<String> readingReplies;
    private final ReturnPaths returnPaths;

    public EmailChannel(Composing composing, Outlet outlet, Clock clock) {
        this(composing, outlet, clock, Set.of(), ReturnPaths.NONE);
    }

    /** @param readingReplies the creditors whose senders' mailboxes the hub reads: answers go there too */
    public EmailChannel(
            Composing composing, Outlet outlet, Clock clock, Set<String> readingReplies, ReturnPaths returnPaths) {
        this.composing = composing;
        this.outlet = outlet;
        this.clock = clock;
        this.readingReplies = Set.copyOf(readingReplies);
        this.returnPaths = returnPaths;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Prepared prepare(Outgoing outgoing) throws Unsendable {
        boolean withStatement = outgoing.attachments().contains("account-statement");
        OutgoingMail mail = mail(outgoing, composing.email(outgoing.facts(), withStatement));
        String creditor = outgoing.facts().creditor().code();
        String id = id(outgoing);
        return new Prepared() {
            @Override
            public DeliveryOutcome send() {
                return EmailChannel.send(outlet, creditor, mail, id);
            }

            @Override
            public DeliveryOutcome sendIf(BooleanSupplier mayLeave) {
                mail.askAtItsEnd(mayLeave);
                DeliveryOutcome outcome = send();
                return mail.isWithdrawn() ? new Withdrawn() : outcome;
            }
        };
    }

    /** The e-mail with these words as it leaves, also for who only wants to see it. */
    public OutgoingMail mail(Outgoing outgoing, EmailContent content) throws Unsendable {
        Claim claim = outgoing.claim();
        Creditor creditor = outgoing.facts().creditor();
        var envelope = new MimeMail.Envelope(
                creditor.name(),
                creditor.senders().email(),
                claim.recipient(),
                answersTo(creditor),
                id(outgoing),
                outgoing.thread(),
                clock.instant());
        OutgoingMail mail = MimeMail.of(envelope, content);
        returnPaths.of(creditor.code(), claim.dispatchId()).ifPresent(mail::setEnvelopeFrom);
        return mail;
    }

    private static String id(Outgoing outgoing) {
        ReminderFacts facts = outgoing.facts();
        return MessageIds.of(outgoing.claim().dispatchId(), facts.reference(), facts.creditor());
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

    private List<String> answersTo(Creditor creditor) {
        String person = creditor.people().signatory().email();
        boolean two = readingReplies.contains(creditor.code())
                && !creditor.senders().email().equalsIgnoreCase(person);
        return two ? List.of(person, creditor.senders().email()) : List.of(person);
    }
}
