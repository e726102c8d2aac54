package io.sollecito.demo.servers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailWorldTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void a_message_is_kept_as_eml_its_text_is_read_and_it_lies_in_the_mailbox() throws Exception {
        try (MailWorld world = MailWorld.start(folder, CLOCK)) {
            world.addUser("finance@acme.example", "pw");
            send(world, "finance@acme.example", "Sollecito n. 1/2026");
            send(world, "conti@rossi.example", "Secondo");

            var received = world.drain();
            assertThat(received).extracting(MailWorld.Received::text).allMatch(text -> text.startsWith("Gentile"));
            assertThat(received.get(0).file().getFileName())
                    .hasToString("0001 2026-03-02 finance@acme.example - Sollecito n. 1-2026.eml");
            assertThat(received.get(1).file()).content().contains("conti@rossi.example");
            assertThat(world.drain()).isEmpty();

            Store store = Session.getInstance(new Properties()).getStore("imap");
            store.connect(world.host(), world.imapPort(), "finance@acme.example", "pw");
            assertThat(store.getFolder("INBOX").getMessageCount()).isOne();
            store.close();
        }
    }

    private static void send(MailWorld world, String recipient, String subject) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", world.host());
        properties.put("mail.smtp.port", Integer.toString(world.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("crediti@acme.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        message.setSubject(subject);
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Gentile cliente", "utf-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>Gentile cliente</p>", "utf-8", "html");
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(text);
        parts.addBodyPart(html);
        message.setContent(parts);
        Transport.send(message);
    }
}
