package io.sollecito.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.sollecito.delivery.Outlet;
import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.reminders.message.EmailContent;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.camel.CamelContext;
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
