package io.sollecito.delivery.mailbox;

import io.sollecito.delivery.mailbox.IncomingMail.Recipient;
import io.sollecito.delivery.mailbox.IncomingMail.Report;
import io.sollecito.model.OneLine;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * Reads the beginning of a message, however it was built: so many bytes, parts and levels and no more. Attachments are
 * never decoded, nested messages never opened beyond their headers, and of texts only the beginning of the first plain one.
 */
public final class MailParser {

    /** The message cannot be read, or is built to overwhelm who reads it. */
    public static final class Unreadable extends Exception {
        Unreadable(String reason) {
            super(reason);
        }
    }

    /** In bytes: only the beginning of a larger message is looked at. */
    public static final int LARGEST = 1_000_000;

    private static final int LARGEST_PART = 64_000;
    private static final int LARGEST_TEXT = 16_000;
    private static final int MOST_LINES = 50_000;
    private static final int MOST_DELIMITERS = 500;
    private static final int MOST_LEVELS = 5;
    private static final int MOST_RECIPIENTS = 100;
    private static final int LONGEST_VALUE = 300;
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,300})>");

    private MailParser() {}

    /** @param beginning at most the first {@link #LARGEST} bytes */
    public static IncomingMail parse(byte[] beginning) throws Unreadable {
        bounded(beginning);
        try {
            MimeMessage message = new MimeMessage((Session) null, new ByteArrayInputStream(beginning));
            Map<String, String> headers = headers(message.getAllHeaders());
            List<String> answers =
                    ids(headers.getOrDefault("in-reply-to", "") + " " + headers.getOrDefault("references", ""));
            Map<String, String> shown = new HashMap<>();
            headers.forEach((name, value) -> shown.put(name, line(value, LONGEST_VALUE)));
            return new IncomingMail(
                    shown,
                    mailbox(headers.getOrDefault("from", "")),
                    line(decoded(headers.getOrDefault("subject", "")), 200),
                    answers,
                    report(message),
                    words(message, 0));
        } catch (MessagingException | IOException | RuntimeException broken) {
            throw new Unreadable("it is no e-mail that can be read");
        }
    }

    /** What the library would make an object of each. */
    private static void bounded(byte[] bytes) throws Unreadable {
        int lines = 0;
        int delimiters = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines++;
                if (i + 2 < bytes.length && bytes[i + 1] == '-' && bytes[i + 2] == '-') {
                    delimiters++;
                }
            }
        }
        if (bytes.length > LARGEST || lines > MOST_LINES || delimiters > MOST_DELIMITERS) {
            throw new Unreadable("it has too many lines or parts");
        }
    }

    private static Report report(MimeMessage message) throws MessagingException, IOException {
        Found found = new Found();
        try {
            walk(message, 0, found);
        } catch (MessagingException broken) {
            // what was found before it breaks off counts
        }
        if (found.status != null) {
            return new Report.Delivery(recipients(found.status), found.quoted);
        }
        if (found.feedback != null) {
            return feedback(found);
        }
        if (found.disposition != null) {
            String original = headers(found.disposition.getAllHeaders()).getOrDefault("original-message-id", "");
            return new Report.Disposition(ids(original));
        }
        return null;
    }

    /** Providers may leave the recipient out of their report; often it still stands in the message that they return. */
    private static Report feedback(Found found) {
        Map<String, String> fields = headers(found.feedback.getAllHeaders());
        List<String> recipients = new ArrayList<>(found.returnedTo);
        String original = address(fields.getOrDefault("original-rcpt-to", ""));
        if (!original.isEmpty()) {
            recipients.add(original);
        }
        return new Report.Feedback(
                line(fields.getOrDefault("feedback-type", ""), 30).toLowerCase(Locale.ROOT),
                recipients,
                address(fields.getOrDefault("original-mail-from", "")),
                found.quoted);
    }

    private static final class Found {
        private DeliveryStatus status;
        private InternetHeaders feedback;
        private InternetHeaders disposition;
        private final List<String> quoted = new ArrayList<>();
        private final List<String> returnedTo = new ArrayList<>();
    }

    /** Reports count inside a multipart/report only: whatever else holds one is somebody's attachment. */
    private static void walk(Part part, int level, Found found) throws MessagingException, IOException {
        if (level > MOST_LEVELS || !is(part, "multipart/*")) {
            return;
        }
        MimeMultipart parts = new MimeMultipart(new MimePartDataSource((MimePart) part));
        boolean report = is(part, "multipart/report");
        for (int i = 0; i < parts.getCount(); i++) {
            Part child = parts.getBodyPart(i);
            if (report) {
                reported(child, found);
            }
            walk(child, level + 1, found);
        }
    }

    private static void reported(Part part, Found found) throws MessagingException, IOException {
        if (is(part, "message/delivery-status") || is(part, "message/global-delivery-status")) {
            found.status = found.status == null ? new DeliveryStatus(bounded(part)) : found.status;
        } else if (is(part, "message/feedback-report")) {
            found.feedback = new InternetHeaders(bounded(part));
        } else if (is(part, "message/disposition-notification")) {
            found.disposition = new InternetHeaders(bounded(part));
        } else if (is(part, "message/rfc822")
                || is(part, "message/global")
                || is(part, "message/global-headers")
                || is(part, "text/rfc822-headers")) {
            Map<String, String> returned = headers(new InternetHeaders(bounded(part)).getAllHeaders());
            found.quoted.addAll(ids(returned.getOrDefault("message-id", "")));
            String to = mailbox(returned.getOrDefault("to", ""));
            if (!to.isEmpty()) {
                found.returnedTo.add(to);
            }
        }
    }

    /** The beginning of the first plain text, without what it quotes; empty when there is none that can be read. */
    private static String words(Part part, int level) {
        try {
            if (is(part, "text/plain") && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return ReplyWords.own(text(part));
            }
            if (level > MOST_LEVELS || !is(part, "multipart/*") || is(part, "multipart/report")) {
                return "";
            }
            MimeMultipart parts = new MimeMultipart(new MimePartDataSource((MimePart) part));
            for (int i = 0; i < parts.getCount(); i++) {
                String found = words(parts.getBodyPart(i), level + 1);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        } catch (MessagingException | IOException broken) {
            return "";
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        String named = new ContentType(part.getContentType()).getParameter("charset");
        String charset = MimeUtility.javaCharset(named == null ? "UTF-8" : named);
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(LARGEST_TEXT), charset);
        }
    }

    private static InputStream bounded(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new ByteArrayInputStream(in.readNBytes(LARGEST_PART));
        }
    }

    private static List<Recipient> recipients(DeliveryStatus status) {
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_RECIPIENTS, status.getRecipientDSNCount()); i++) {
            Map<String, String> fields = headers(status.getRecipientDSN(i).getAllHeaders());
            List<String> addresses = new ArrayList<>();
            for (String name : List.of("original-recipient", "final-recipient")) {
                String address = address(fields.getOrDefault(name, ""));
                if (!address.isEmpty()) {
                    addresses.add(address);
                }
            }
            recipients.add(new Recipient(
                    addresses,
                    line(fields.getOrDefault("action", ""), 30).toLowerCase(Locale.ROOT),
                    line(fields.getOrDefault("status", ""), 30),
                    line(fields.getOrDefault("diagnostic-code", ""), 200)));
        }
        return recipients;
    }

    /** {@code rfc822; <a@b.example>} without its type and brackets. */
    private static String address(String field) {
        String line = line(field, LONGEST_VALUE);
        return line.substring(line.indexOf(';') + 1).replaceAll("[<>\\s]", "");
    }

    private static Map<String, String> headers(Enumeration<Header> all) {
        Map<String, String> headers = new HashMap<>();
        while (all.hasMoreElements()) {
            Header header = all.nextElement();
            headers.putIfAbsent(header.getName().strip().toLowerCase(Locale.ROOT), header.getValue());
        }
        return headers;
    }

    private static List<String> ids(String text) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(text);
        while (matcher.find() && ids.size() < 100) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    /** The first mailbox of a header. */
    private static String mailbox(String from) {
        String address = from;
        try {
            InternetAddress[] found = InternetAddress.parseHeader(from, false);
            address = found.length == 0 ? "" : found[0].getAddress();
        } catch (AddressException invalid) {
            // it is shown as it stands
        }
        Matcher inBrackets = ID.matcher(address + (address.contains(">") ? "" : ">"));
        return line(inBrackets.find() ? inBrackets.group(1) : address, 254);
    }

    private static String decoded(String subject) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(subject));
        } catch (IOException unknownCharset) {
            return subject;
        }
    }

    /** One line without characters that turn the direction of others. */
    private static String line(String text, int most) {
        return OneLine.of(text == null ? "" : text.replaceAll("\\p{Cf}+", ""), most);
    }

    private static boolean is(Part part, String type) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).match(type);
        } catch (ParseException nonsense) {
            return false;
        }
    }
}
