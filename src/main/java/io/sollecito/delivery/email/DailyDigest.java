package io.sollecito.delivery.email;

import io.sollecito.calendar.BusinessDays;
import io.sollecito.delivery.Channel;
import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.Outlet;
import io.sollecito.digest.Digest;
import io.sollecito.digest.DigestMail;
import io.sollecito.digest.DigestWriter;
import io.sollecito.digest.Digests;
import io.sollecito.ledger.outbox.DigestMails;
import io.sollecito.model.Creditor;
import io.sollecito.reminders.message.EmailContent;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends each creditor's finance department the digest of its business day. */
public final class DailyDigest {

    private static final Logger LOG = LoggerFactory.getLogger(DailyDigest.class);

    private final Digests digests;
    private final DigestWriter writer = new DigestWriter();
    private final DigestMails mails;
    private final Outlet outlet;
    private final Clock clock;

    public DailyDigest(Digests digests, DigestMails mails, Outlet outlet, Clock clock) {
        this.digests = digests;
        this.mails = mails;
        this.outlet = outlet;
        this.clock = clock;
    }

    /** Sends today's, unless today is no business day; the digest counts as sent once it left to everybody. */
    public void send(Creditor creditor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), creditor.zone());
        if (!BusinessDays.of(creditor.country()).isOpen(today)) {
            return;
        }
        Digest digest = digests.make(creditor, today);
        EmailContent content = content(writer.write(digest));
        boolean left = true;
        for (String recipient : creditor.people().finance()) {
            left &= send(creditor, today, recipient, content);
        }
        if (left) {
            digests.close(digest);
        }
    }

    private boolean send(Creditor creditor, LocalDate day, String recipient, EmailContent content) {
        String sender = creditor.senders().email();
        String id = "digest-" + creditor.code() + "-" + day + "-" + Integer.toHexString(recipient.hashCode())
                + sender.substring(sender.indexOf('@'));
        try {
            MimeMessage mail = MimeMail.of(
                    new MimeMail.Envelope("Sollecito", sender, recipient, List.of(), id, List.of(), clock.instant()),
                    content);
            DeliveryOutcome outcome = EmailChannel.send(outlet, creditor.code(), mail, id);
            if (outcome.refusal().isEmpty()) {
                mails.handedOver(creditor.code(), day);
            }
            outcome.refusal()
                    .ifPresent(
                            why -> LOG.warn("creditor {} digest of {} did not leave: {}", creditor.code(), day, why));
            return outcome.refusal().isEmpty();
        } catch (Channel.Unsendable unsendable) {
            LOG.warn("creditor {} digest of {} cannot be sent: {}", creditor.code(), day, unsendable.getMessage());
            return false;
        }
    }

    private static EmailContent content(DigestMail mail) {
        return new EmailContent(
                mail.subject(),
                mail.text(),
                mail.html(),
                List.of(new EmailContent.Inline(DigestMail.CHART_CID, "image/png", mail.chartPng())),
                List.of(new EmailContent.Attachment(mail.csvName(), "text/csv", mail.csv())));
    }
}
