package io.sollecito.delivery.email;

import io.sollecito.delivery.Channel.Unsendable;
import io.sollecito.model.OneLine;
import io.sollecito.reminders.message.EmailContent;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Packs an e-mail as mixed { related { alternative { text, html }, pictures }, attachments }, in UTF-8. */
public final class MimeMail {

    /**
     * Who an e-mail is from and to.
     *
     * @param replyTo where answers go, a person first
     * @param messageId without angle brackets; the same at every attempt
     * @param thread the ids of the earlier messages that this one continues, oldest first, without angle brackets
     */
    public record Envelope(
            String fromName,
            String from,
            String to,
            List<String> replyTo,
            String messageId,
            List<String> thread,
            Instant date) {
        public Envelope {
            replyTo = replyTo == null ? List.of() : List.copyOf(replyTo);
            thread = thread == null ? List.of() : List.copyOf(thread);
        }
    }

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MimeMail() {}

    /** @throws Unsendable when the recipient is no single valid address */
    public static OutgoingMail of(Envelope envelope, EmailContent content) throws Unsendable {
        InternetAddress to = recipient(envelope.to());
        try {
            OutgoingMail mail = new OutgoingMail("<" + clean(envelope.messageId()) + ">");
            InternetAddress from = new InternetAddress(envelope.from(), true);
            from.setPersonal(clean(envelope.fromName()), UTF_8);
            mail.setFrom(from);
            mail.setRecipient(MimeMessage.RecipientType.TO, to);
            if (!envelope.replyTo().isEmpty()) {
                mail.setReplyTo(InternetAddress.parse(clean(String.join(",", envelope.replyTo())), true));
            }
            if (!envelope.thread().isEmpty()) {
                List<String> ids = envelope.thread().stream()
                        .map(id -> "<" + clean(id) + ">")
                        .toList();
                mail.setHeader("In-Reply-To", ids.get(ids.size() - 1));
                mail.setHeader("References", String.join(" ", ids));
            }
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setSubject(clean(content.subject()), UTF_8);
            mail.setSentDate(Date.from(envelope.date()));
            mail.setContent(mixed(content));
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException fault) {
            throw new IllegalStateException("an e-mail could not be packed: " + fault.getMessage(), fault);
        }
    }

    private static InternetAddress recipient(String address) throws Unsendable {
        try {
            InternetAddress[] found = InternetAddress.parse(address, true);
            if (found.length == 1
                    && !found[0].isGroup()
                    && found[0].getAddress().equals(address.strip())) {
                found[0].validate();
                return found[0];
            }
        } catch (AddressException invalid) {
            // said below, without quoting the address
        }
        throw new Unsendable("bad-address", "the recipient is not one valid e-mail address");
    }

    private static MimeMultipart mixed(EmailContent content) throws MessagingException {
        MimeMultipart alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text(content.text(), "plain"));
        alternative.addBodyPart(text(content.html(), "html"));

        MimeMultipart related = new MimeMultipart("related");
        related.addBodyPart(nested(alternative));
        for (EmailContent.Inline picture : content.inline()) {
            MimeBodyPart part = binary(picture.bytes(), picture.mime());
            part.setContentID("<" + clean(picture.cid()) + ">");
            part.setDisposition(MimeBodyPart.INLINE);
            related.addBodyPart(part);
        }

        MimeMultipart mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(nested(related));
        for (EmailContent.Attachment attachment : content.attachments()) {
            MimeBodyPart part = binary(attachment.bytes(), attachment.mime());
            part.setDisposition(MimeBodyPart.ATTACHMENT);
            part.setFileName(clean(attachment.name()));
            mixed.addBodyPart(part);
        }
        return mixed;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        // Said here, or the library reads the whole text to choose.
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeBodyPart nested(MimeMultipart content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content);
        return part;
    }

    private static MimeBodyPart binary(byte[] bytes, String mime) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, clean(mime))));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** A header value on one line: what comes from outside never adds a header. */
    private static String clean(String value) {
        return OneLine.of(value).strip();
    }
}
