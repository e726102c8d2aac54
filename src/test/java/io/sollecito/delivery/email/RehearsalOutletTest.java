package io.sollecito.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.delivery.Outlet;
import io.sollecito.reminders.message.EmailContent;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalOutletTest {

    private final List<Object> left = new ArrayList<>();
    private final Outlet outlet = new RehearsalOutlet(
            (route, body) -> {
                left.add(body);
                return null;
            },
            "me@acme.example");

    @Test
    void an_email_goes_to_the_one_address_and_says_for_whom_it_was() throws Exception {
        MimeMessage mail = MimeMail.of(
                new MimeMail.Envelope(
                        "Acme",
                        "crediti@acme.example",
                        "anna@rossi.example",
                        null,
                        "7@acme.example",
                        null,
                        Instant.EPOCH),
                new EmailContent("Sollecito n. 1 – Città", "text", "<html></html>", List.of(), List.of()));

        outlet.send("email-ACME-IT", mail);

        assertThat(left).containsExactly(mail);
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("me@acme.example"));
        assertThat(mail.getSubject()).isEqualTo("[for anna@rossi.example] Sollecito n. 1 – Città");
        assertThat(mail.getMessageID()).isEqualTo("<7@acme.example>");
    }

    @Test
    void nothing_but_emails_leaves() {
        assertThatThrownBy(() -> outlet.send("sms-ACME-IT", "a text message")).isInstanceOf(Outlet.NoRoute.class);
        assertThat(left).isEmpty();
    }

    @Test
    void an_address_that_is_none_stops_the_start() {
        assertThatThrownBy(() -> new RehearsalOutlet(outlet, "me"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sollecito.delivery.all-mail-to: 'me' is no e-mail address");
    }
}
