package io.sollecito.delivery.mailbox;

import io.sollecito.delivery.email.MessageIds;
import io.sollecito.delivery.mailbox.IncomingMail.Recipient;
import io.sollecito.delivery.mailbox.IncomingMail.Report.Delivery;
import io.sollecito.delivery.mailbox.IncomingMail.Report.Disposition;
import io.sollecito.delivery.mailbox.IncomingMail.Report.Feedback;
import io.sollecito.delivery.mailbox.MailMeaning.AutoReply;
import io.sollecito.delivery.mailbox.MailMeaning.Complaint;
import io.sollecito.delivery.mailbox.MailMeaning.Delayed;
import io.sollecito.delivery.mailbox.MailMeaning.Delivered;
import io.sollecito.delivery.mailbox.MailMeaning.HardBounce;
import io.sollecito.delivery.mailbox.MailMeaning.Other;
import io.sollecito.delivery.mailbox.MailMeaning.Reply;
import io.sollecito.delivery.mailbox.MailMeaning.SoftBounce;
import io.sollecito.model.CreditorReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells bounces, machines' answers and people's replies apart, by what the message says of itself. Pure. */
public final class MailClassifier {

    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.[0-9]{1,3}\\.[0-9]{1,3})\\b");
    private static final Pattern REFERENCE = Pattern.compile("\\bRF[0-9]{2}[0-9A-Z]{1,21}\\b");
    private static final List<String> MAIL_SERVERS = List.of("mailer-daemon", "postmaster");
    private static final List<String> MACHINES =
            List.of("x-autoreply", "x-autorespond", "x-autoresponder", "x-ms-exchange-inbox-rules-loop");
    private static final List<String> MACHINES_PRECEDENCE = List.of("auto_reply", "bulk", "junk", "list");

    private static final Set<String> COMPLAINTS = Set.of("abuse", "fraud", "virus", "opt-out", "opt-out-list");

    /** How Exchange and others begin the subject of an absence note, in the languages of the demo's debtors. */
    private static final List<String> MACHINES_SUBJECTS = List.of(
            "automatic reply:",
            "auto:",
            "out of office",
            "risposta automatica:",
            "fuori sede",
            "réponse automatique",
            "absence du bureau",
            "automatische antwort",
            "abwesenheitsnotiz");

    private MailClassifier() {}

    public static MailMeaning of(IncomingMail mail) {
        if (mail.report() instanceof Delivery delivery) {
            return delivery(mail, delivery);
        }
        if (mail.report() instanceof Feedback feedback) {
            return feedback(mail, feedback);
        }
        if (mail.report() instanceof Disposition disposition) {
            return new AutoReply(both(disposition.quoted(), mail), "a read receipt");
        }
        if (mail.header("Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/report")) {
            return new Other(mail.answers(), "a report that cannot be read");
        }
        if (MAIL_SERVERS.contains(mail.sender().toLowerCase(Locale.ROOT).replaceAll("@.*", ""))) {
            return new Other(mail.answers(), "a mail server wrote it, but no delivery report");
        }
        Optional<String> machine = machine(mail);
        if (machine.isPresent()) {
            return new AutoReply(mail.answers(), machine.get());
        }
        List<String> references = references(mail.subject());
        if (mail.answers().stream().anyMatch(id -> MessageIds.parse(id).isPresent())) {
            return new Reply(mail.answers(), references, "it answers an e-mail of ours", ReplyWords.topic(mail.words()));
        }
        return references.isEmpty()
                ? new Other(mail.answers(), "nothing in it names an e-mail of ours")
                : new Reply(
                        mail.answers(),
                        references,
                        "its subject names a reminder's reference",
                        ReplyWords.topic(mail.words()));
    }

    private static MailMeaning delivery(IncomingMail mail, Delivery report) {
        List<String> quoted = both(report.quoted(), mail);
        Optional<Recipient> one = report.recipients().stream()
                .filter(recipient -> recipient.action().equals("failed"))
                .findFirst()
                .or(() -> report.recipients().stream().findFirst());
        if (one.isEmpty()) {
            return new Other(quoted, "a delivery report that names no recipient");
        }
        Recipient recipient = one.get();
        String status = status(recipient);
        String reason = recipient.action() + " " + status
                + (recipient.diagnostic().isEmpty() ? "" : ": " + recipient.diagnostic());
        return switch (recipient.action()) {
            case "failed" -> failed(recipient, status, quoted, reason);
            case "delayed" -> new Delayed(recipient.addresses(), quoted, reason);
            case "delivered", "relayed", "expanded" -> new Delivered(recipient.addresses(), quoted, reason);
            default -> new Other(quoted, "a delivery report with an unknown action");
        };
    }

    /** Not every type is a complaint: not-spam is its contrary, auth-failure is about servers. */
    private static MailMeaning feedback(IncomingMail mail, Feedback report) {
        List<String> quoted = both(report.quoted(), mail);
        String reason = "a feedback report: " + report.type();
        return COMPLAINTS.contains(report.type())
                ? new Complaint(report.recipients(), report.mailFrom(), quoted, reason)
                : new Other(quoted, reason);
    }

    private static MailMeaning failed(Recipient recipient, String status, List<String> quoted, String reason) {
        if (status.startsWith("5.")) {
            return new HardBounce(status, recipient.addresses(), quoted, reason);
        }
        return status.startsWith("4.")
                ? new SoftBounce(status, recipient.addresses(), quoted, reason)
                : new Other(quoted, "a delivery report without a usable status");
    }

    /** The report's status; where a server left it out, the one that the remote server's answer begins with. */
    private static String status(Recipient recipient) {
        Matcher given = STATUS.matcher(recipient.status());
        if (given.find()) {
            return given.group(1);
        }
        Matcher said = STATUS.matcher(recipient.diagnostic());
        return said.find() ? said.group(1) : "";
    }

    /** Why it is a machine's answer, if it is. */
    private static Optional<String> machine(IncomingMail mail) {
        String submitted = mail.header("Auto-Submitted").toLowerCase(Locale.ROOT);
        if (!submitted.isEmpty() && !submitted.startsWith("no")) {
            return Optional.of("Auto-Submitted says so");
        }
        for (String name : MACHINES) {
            if (!mail.header(name).isEmpty()) {
                return Optional.of("it has the header " + name);
            }
        }
        String precedence = mail.header("Precedence").strip().toLowerCase(Locale.ROOT);
        if (MACHINES_PRECEDENCE.contains(precedence)) {
            return Optional.of("its precedence is " + precedence);
        }
        if (mail.header("Return-Path").strip().equals("<>")) {
            return Optional.of("it wants no answer: its return path is empty");
        }
        String subject = mail.subject().strip().toLowerCase(Locale.ROOT);
        return MACHINES_SUBJECTS.stream().anyMatch(subject::startsWith)
                ? Optional.of("its subject is that of an absence note")
                : Optional.empty();
    }

    private static List<String> references(String subject) {
        List<String> found = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(subject.toUpperCase(Locale.ROOT));
        while (matcher.find()) {
            if (CreditorReference.isValid(matcher.group())) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    private static List<String> both(List<String> quoted, IncomingMail mail) {
        List<String> all = new ArrayList<>(quoted);
        all.addAll(mail.answers());
        return all;
    }
}
