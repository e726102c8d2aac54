package io.sollecito.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.WordsForTests;
import io.sollecito.reminders.message.EmailContent;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.junit.jupiter.api.Test;

/** The route files as shipped, against a real SMTP server. */
class EmailRouteTest {

    private static final String[] FILES = {
        "templates/email-smtp.camel.yaml", "mail-acme.camel.yaml", "mail-lumiere.camel.yaml"
    };

    @Test
    void a_mail_arrives_whole_without_any_header_of_the_hub() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.setUser("login", "p&ss#w%rd{}");
        String port = Integer.toString(server.getSmtp().getPort());
        CamelContext context = RoutesForTests.started(
                FILES,
                "acme.mail.host",
                "127.0.0.1",
                "acme.mail.port",
                port,
                "acme.mail.start-tls",
                "false",
                "acme.mail.user",
                "login",
                "acme.mail.password",
                "p&ss#w%rd{}",
                "lumiere.mail.host",
                "127.0.0.1",
                "lumiere.mail.port",
                port,
                "lumiere.mail.start-tls",
                "false");
        try {
            Outlet outlet = new OutletAdapter(context.createProducerTemplate());
            for (String creditor : List.of("ACME-IT", "ACME-IT", "LUMIERE-FR")) {
                outlet.send("email-" + creditor, mail(creditor));
            }
            assertThatThrownBy(() -> outlet.send("email-NORD-DE", mail("NORD-DE")))
                    .isInstanceOf(Outlet.NoRoute.class);

            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(3);
            assertThat(received[0].getMessageID()).isEqualTo("<ACME-IT@acme.example>");
            assertThat(Collections.list(received[0].getAllHeaderLines()))
                    .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains("camel"));
        } finally {
            context.close();
            server.stop();
        }
    }

    @Test
    void a_received_email_shows_its_parts_and_pictures_and_a_name_adds_no_header() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        CamelContext context = started(server.getSmtp().getPort(), "60000");
        try {
            EmailContent content = new EmailContent(
                    "Promemoria",
                    "Gentile cliente, 1.190,00 €",
                    "<p>Gentile cliente <img src=\"cid:logo\"> <img src=\"cid:qr\"></p>",
                    List.of(
                            new EmailContent.Inline("logo", "image/png", new byte[] {1, 2, 3}),
                            new EmailContent.Inline("qr", "image/png", new byte[] {4})),
                    List.of(new EmailContent.Attachment("statement.pdf", "application/pdf", new byte[] {5})));
            MimeMessage mail = MimeMail.of(envelope("Rossi\r\nBcc: evil@evil.example\r\nX-Evil: yes", "7"), content);
            new OutletAdapter(context.createProducerTemplate()).send("email-ACME-IT", mail);

            MimeMessage[] all = server.getReceivedMessages();
            assertThat(all).hasSize(1);
            MimeMultipart mixed = (MimeMultipart) all[0].getContent();
            MimeMultipart related = (MimeMultipart) mixed.getBodyPart(0).getContent();
            MimeMultipart alternative = (MimeMultipart) related.getBodyPart(0).getContent();
            assertThat(List.of(mixed, related, alternative))
                    .extracting(part -> new ContentType(part.getContentType()).getSubType())
                    .containsExactly("mixed", "related", "alternative");
            assertThat(alternative.getBodyPart(0).getContent()).isEqualTo(content.text());
            String html = (String) alternative.getBodyPart(1).getContent();
            for (int i = 1; i < related.getCount(); i++) {
                String cid = related.getBodyPart(i).getHeader("Content-ID")[0].replaceAll("[<>]", "");
                assertThat(html).contains("cid:" + cid);
            }
            assertThat(related.getCount()).isEqualTo(3);
            assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("statement.pdf");
            assertThat(all[0].getHeader("Bcc")).isNull();
            assertThat(all[0].getHeader("X-Evil")).isNull();
            assertThat(all[0].getAllRecipients()).hasSize(1);
        } finally {
            context.close();
            server.stop();
        }
    }

    @Test
    void a_stalled_server_frees_its_thread_in_time_and_the_dispatch_is_uncertain() throws Exception {
        OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
        long dispatch = hub.email("4711");
        try (RogueSmtpServer server = new RogueSmtpServer(Map.of("dot", ""));
                CamelContext context = started(server.port(), "1000");
                Dispatcher dispatcher = dispatcher(hub, new OutletAdapter(context.createProducerTemplate()))) {
            long start = System.nanoTime();
            assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Dispatcher.Result.UNCERTAIN, 1));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(hub.state(dispatch)).isEqualTo("uncertain");
        assertThat(hub.single(String.class, "select message_id from dispatch")).startsWith("dispatch-1.");
    }

    @Test
    void a_recipient_that_the_server_does_not_know_is_suspended_and_the_reminder_falls_back() throws Exception {
        OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
        hub.hasFallback = true;
        long dispatch = hub.email("4711");
        try (RogueSmtpServer server = new RogueSmtpServer(Map.of("RCPT", "550 5.1.1 no such user"));
                CamelContext context = started(server.port(), "1000");
                Dispatcher dispatcher = dispatcher(hub, new OutletAdapter(context.createProducerTemplate()))) {
            assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Dispatcher.Result.FAILED, 1));
        }
        assertThat(hub.state(dispatch)).isEqualTo("failed");
        assertThat(hub.fellBack).containsExactly(dispatch);
        assertThat(hub.single(String.class, "select address || ' ' || reason from suspended_address"))
                .isEqualTo("a@rossi.example refused with 5.1.1");
    }

    @Test
    void bounces_come_to_an_address_that_names_their_dispatch_where_that_is_agreed() throws Exception {
        OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
        long dispatch = hub.email("4711");
        ReturnPaths paths = new ReturnPaths(new byte[] {1}, Map.of("ACME-IT", "bounces@acme.example"));
        try (RogueSmtpServer server = new RogueSmtpServer(Map.of());
                CamelContext context = started(server.port(), "1000")) {
            Outlet outlet = new OutletAdapter(context.createProducerTemplate());
            try (Dispatcher dispatcher =
                    dispatcher(hub, new EmailChannel(new WordsForTests(), outlet, hub.clock, Set.of(), paths))) {
                dispatcher.dispatchDue();
            }
            hub.email("4712");
            try (Dispatcher dispatcher = dispatcher(hub, outlet)) {
                dispatcher.dispatchDue();
            }
            assertThat(server.senders).hasSize(2).last().isEqualTo("crediti@acme.example");
            assertThat(paths.dispatchIn("ACME-IT", server.senders.get(0))).contains(dispatch);
            assertThat(server.accepted.get(0)).contains("From: \"Acme Italia S.p.A.\" <crediti@acme.example>");
        }
    }

    private static Dispatcher dispatcher(OutboxForTests hub, Outlet outlet) {
        return dispatcher(hub, new EmailChannel(new WordsForTests(), outlet, hub.clock));
    }

    private static Dispatcher dispatcher(OutboxForTests hub, EmailChannel email) {
        return hub.dispatcher(1, email);
    }

    /** The template as shipped, for Acme, with another read time-out. */
    private static CamelContext started(int port, String readTimeout) throws Exception {
        CamelContext context = RoutesForTests.started(new String[] {"templates/email-smtp.camel.yaml"});
        TemplatedRouteBuilder.builder(context, "email-smtp")
                .routeId("mail-acme")
                .parameter("creditor", "ACME-IT")
                .parameter("host", "127.0.0.1")
                .parameter("port", Integer.toString(port))
                .parameter("startTls", "false")
                .parameter("readTimeout", readTimeout)
                .add();
        return context;
    }

    private static MimeMail.Envelope envelope(String name, String id) {
        return new MimeMail.Envelope(
                name,
                "a@acme.example",
                "b@rossi.example",
                List.of(),
                id + "@acme.example",
                List.of(),
                Instant.parse("2026-03-02T08:00:00Z"));
    }

    private static MimeMessage mail(String id) throws Exception {
        return MimeMail.of(
                new MimeMail.Envelope(
                        "Acme",
                        "a@acme.example",
                        "b@rossi.example",
                        null,
                        id + "@acme.example",
                        null,
                        Instant.parse("2026-03-02T08:00:00Z")),
                new EmailContent("Subject", "text", "<p>text</p>", List.of(), List.of()));
    }
}
