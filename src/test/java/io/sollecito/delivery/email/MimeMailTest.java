package io.sollecito.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.delivery.Channel.Unsendable;
import io.sollecito.reminders.message.EmailContent;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMailTest {

    private static final EmailContent CONTENT = new EmailContent(
            "Estratto conto è pronto",
            "Gentile cliente, 1.190,00 €",
            "<p>Gentile cliente <img src=\"cid:logo\"></p>",
            List.of(new EmailContent.Inline("logo", "image/png", new byte[] {1, 2, 3})),
            List.of(new EmailContent.Attachment("statement.pdf", "application/pdf", new byte[] {4, 5})));

    @Test
    void parts_nest_as_mixed_related_alternative() throws Exception {
        MimeMultipart mixed = (MimeMultipart) mail("a@rossi.example", "Acme").getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("statement.pdf");
        MimeMultipart related = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related");
        assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<logo>");
        MimeMultipart alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContent()).isEqualTo(CONTENT.text());
        assertThat(alternative.getBodyPart(1).getContent()).isEqualTo(CONTENT.html());
    }

    @Test
    void the_message_id_outlives_saving() throws Exception {
        MimeMessage mail = mail("a@rossi.example", "Acme");
        mail.saveChanges();
        assertThat(mail.getMessageID()).isEqualTo("<dispatch-1.RF18@acme.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getReplyTo()[0]).hasToString("giulia@acme.example");
        assertThat(mail.getSubject()).isEqualTo(CONTENT.subject());
    }

    @Test
    void it_continues_what_the_recipient_got_before() throws Exception {
        MimeMessage mail = mail("a@rossi.example", "Acme");
        assertThat(mail.getHeader("In-Reply-To")).containsExactly("<dispatch-9.RF12@acme.example>");
        assertThat(mail.getHeader("References"))
                .containsExactly("<dispatch-7.RF11@acme.example> <dispatch-9.RF12@acme.example>");
    }

    @Test
    void line_breaks_in_names_and_subjects_add_no_header() throws Exception {
        EmailContent hostile = new EmailContent("Hello\r\nBcc: evil@evil.example", "t", "h", List.of(), List.of());
        MimeMessage mail = MimeMail.of(envelope("a@rossi.example", "x\r\nBcc: evil@evil.example"), hostile);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Hello Bcc: evil@evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rossi",
                "a@b@c.example",
                "a@rossi.example, b@rossi.example",
                "a@rossi.example\r\nBcc: b@evil.example",
                "Anna <a@rossi.example>",
                "group:a@rossi.example;"
            })
    void a_recipient_that_is_not_one_address_is_unsendable(String recipient) {
        assertThatThrownBy(() -> mail(recipient, "Acme"))
                .isInstanceOf(Unsendable.class)
                .hasMessage("the recipient is not one valid e-mail address");
    }

    private static MimeMessage mail(String to, String name) throws Exception {
        return MimeMail.of(envelope(to, name), CONTENT);
    }

    private static MimeMail.Envelope envelope(String to, String name) {
        return new MimeMail.Envelope(
                name,
                "crediti@acme.example",
                to,
                List.of("giulia@acme.example"),
                "dispatch-1.RF18@acme.example",
                List.of("dispatch-7.RF11@acme.example", "dispatch-9.RF12@acme.example"),
                Instant.parse("2026-03-02T08:00:00Z"));
    }
}
