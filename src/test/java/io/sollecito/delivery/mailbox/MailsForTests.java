package io.sollecito.delivery.mailbox;

import java.nio.charset.StandardCharsets;

/** Messages as mail servers, programs and people write them. */
public final class MailsForTests {

    private MailsForTests() {}

    /** RFC 3464, as Postfix writes it, about one recipient; {@code quoted} is the returned message's id. */
    public static String report(String id, String recipient, String action, String status, String quoted) {
        return crlf("""
                Return-Path: <>
                From: MAILER-DAEMON@mx.rossi.example (Mail Delivery System)
                To: crediti@acme.example
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <%s>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                This is a MIME-encapsulated message.

                --b1
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --b1
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.rossi.example
                Arrival-Date: Mon, 2 Mar 2026 09:00:00 +0100

                Final-Recipient: rfc822; %s
                Original-Recipient: rfc822;%s
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 said the other server

                --b1
                Content-Description: Undelivered Message
                Content-Type: message/rfc822

                From: crediti@acme.example
                To: %s
                Subject: Promemoria
                Message-ID: <%s>

                testo
                --b1--
                """.formatted(id, recipient, recipient, action, status, recipient, quoted));
    }

    /** ARF (RFC 5965); {@code fields} are further lines of the report, {@code to} the returned message's recipient. */
    public static String complaint(String id, String type, String quoted, String to, String... fields) {
        return crlf("""
                From: fbl@provider.example
                To: crediti@acme.example
                Subject: FW: Promemoria
                Message-ID: <%s>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary=x

                --x
                Content-Type: text/plain

                This is an abuse report.
                --x
                Content-Type: message/feedback-report

                Feedback-Type: %s
                User-Agent: SomeGenerator/1.0
                Version: 1
                %s
                --x
                Content-Type: message/rfc822

                From: crediti@acme.example
                To: %s
                Message-ID: <%s>
                Subject: Promemoria

                testo
                --x--
                """.formatted(id, type, fields.length == 0 ? "" : String.join("\n", fields) + "\n", to, quoted));
    }

    /** What a person writes; {@code headers} are further lines. */
    public static String written(String id, String from, String subject, String... headers) {
        return crlf("From: %s\nTo: crediti@acme.example\nSubject: %s\nMessage-ID: <%s>\n%s\nBuongiorno,\n\nvi scrivo.\n"
                .formatted(from, subject, id, headers.length == 0 ? "" : String.join("\n", headers) + "\n"));
    }

    public static byte[] bytes(String mail) {
        return mail.getBytes(StandardCharsets.UTF_8);
    }

    static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }
}
