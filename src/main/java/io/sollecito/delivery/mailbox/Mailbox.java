package io.sollecito.delivery.mailbox;

import io.sollecito.delivery.email.MessageIds;
import io.sollecito.delivery.email.ReturnPaths;
import io.sollecito.delivery.mailbox.MailMeaning.AutoReply;
import io.sollecito.delivery.mailbox.MailMeaning.Complaint;
import io.sollecito.delivery.mailbox.MailMeaning.Delayed;
import io.sollecito.delivery.mailbox.MailMeaning.Delivered;
import io.sollecito.delivery.mailbox.MailMeaning.HardBounce;
import io.sollecito.delivery.mailbox.MailMeaning.Other;
import io.sollecito.delivery.mailbox.MailMeaning.Reply;
import io.sollecito.delivery.mailbox.MailMeaning.SoftBounce;
import io.sollecito.ledger.mailbox.ArrivedMail;
import io.sollecito.ledger.mailbox.ArrivedMail.Kind;
import io.sollecito.ledger.mailbox.IncomingMails;
import io.sollecito.model.Creditor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes what comes back about e-mails: bounces, answers of machines, replies of people. */
public final class Mailbox {

    private static final int MOST_IDS = 20;
    private static final List<String> DELIVERED_TO = List.of("Delivered-To", "X-Original-To", "Envelope-To", "To");

    /**
     * A message in a mailbox.
     *
     * @param connection the route that polled it
     * @param uid UID validity and UID: what it is known by when it has no Message-ID
     * @param beginning at most {@link MailParser#LARGEST} bytes of it
     */
    public record Message(String connection, String creditor, String uid, byte[] beginning) {}

    /** What it is, and whether it answers an e-mail of ours. */
    public record Taken(Kind kind, boolean assigned) {}

    private final IncomingMails mails;
    private final Map<String, Creditor> creditors;
    private final ReturnPaths returnPaths;

    /** @param creditors by code */
    public Mailbox(IncomingMails mails, Map<String, Creditor> creditors) {
        this(mails, creditors, ReturnPaths.NONE);
    }

    /** @param returnPaths what comes to one of them is about its dispatch */
    public Mailbox(IncomingMails mails, Map<String, Creditor> creditors, ReturnPaths returnPaths) {
        this.mails = mails;
        this.creditors = Map.copyOf(creditors);
        this.returnPaths = returnPaths;
    }

    /**
     * Takes a message; the same one again changes nothing.
     *
     * @param pauseDays for how many bank days a person's reply pauses the debtor's plan
     * @throws IllegalStateException when the e-mail that it answers is still being sent: take it again later
     */
    public Taken take(Message message, int pauseDays) {
        ArrivedMail arrived = arrived(message);
        IncomingMails.Taken taken = mails.take(arrived, creditor(message.creditor()), pauseDays);
        return new Taken(arrived.kind(), taken.dispatch().isPresent());
    }

    private Creditor creditor(String code) {
        Creditor creditor = creditors.get(code);
        if (creditor == null) {
            throw new IllegalArgumentException("no creditor is called " + code);
        }
        return creditor;
    }

    private ArrivedMail arrived(Message message) {
        try {
            IncomingMail mail = MailParser.parse(message.beginning());
            String id = mail.header("Message-ID");
            String key = id.isBlank() ? message.uid() : id;
            MailMeaning meaning = MailClassifier.of(mail);
            Long returned = returnPaths
                    .dispatchIn(message.creditor(), returnPath(mail, meaning))
                    .orElse(null);
            return arrived(message, key, mail.sender(), mail.subject(), meaning, returned);
        } catch (MailParser.Unreadable unreadable) {
            return arrived(message, message.uid(), "", "", new Other(List.of(), unreadable.getMessage()), null);
        }
    }

    /** Where it came to; a complaint comes elsewhere, and may name where a bounce would have come to. */
    private static String returnPath(IncomingMail mail, MailMeaning meaning) {
        return meaning instanceof Complaint complaint
                ? complaint.returnPath()
                : DELIVERED_TO.stream().map(mail::header).collect(Collectors.joining(" "));
    }

    private static ArrivedMail arrived(
            Message message, String key, String sender, String subject, MailMeaning meaning, Long returned) {
        List<ArrivedMail.Quoted> quoted = meaning.quoted().stream()
                .map(MessageIds::parse)
                .flatMap(Optional::stream)
                .distinct()
                .limit(MOST_IDS)
                .toList();
        return new ArrivedMail(
                message.connection(),
                message.creditor(),
                key,
                kind(meaning),
                sender,
                subject,
                status(meaning),
                meaning.reason(),
                returned,
                quoted,
                meaning instanceof Reply reply ? reply.references() : List.of(),
                recipients(meaning),
                meaning instanceof Reply answer ? answer.topic() : null);
    }

    private static Kind kind(MailMeaning meaning) {
        if (meaning instanceof HardBounce) {
            return Kind.HARD_BOUNCE;
        }
        if (meaning instanceof SoftBounce) {
            return Kind.SOFT_BOUNCE;
        }
        if (meaning instanceof Delayed) {
            return Kind.DELAYED;
        }
        if (meaning instanceof Delivered) {
            return Kind.DELIVERED;
        }
        if (meaning instanceof Complaint) {
            return Kind.COMPLAINT;
        }
        if (meaning instanceof AutoReply) {
            return Kind.AUTO_REPLY;
        }
        return meaning instanceof Reply ? Kind.REPLY : Kind.OTHER;
    }

    private static String status(MailMeaning meaning) {
        if (meaning instanceof HardBounce bounce) {
            return bounce.status();
        }
        return meaning instanceof SoftBounce bounce ? bounce.status() : null;
    }

    private static List<String> recipients(MailMeaning meaning) {
        if (meaning instanceof HardBounce bounce) {
            return bounce.recipients();
        }
        if (meaning instanceof SoftBounce bounce) {
            return bounce.recipients();
        }
        if (meaning instanceof Delayed delayed) {
            return delayed.recipients();
        }
        if (meaning instanceof Complaint complaint) {
            return complaint.recipients();
        }
        return meaning instanceof Delivered delivered ? delivered.recipients() : List.of();
    }
}
