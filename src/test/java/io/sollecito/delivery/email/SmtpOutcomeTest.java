package io.sollecito.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.DeliveryOutcome.AddressRefused;
import io.sollecito.delivery.DeliveryOutcome.Failed;
import io.sollecito.delivery.DeliveryOutcome.Uncertain;
import io.sollecito.delivery.Outlet;
import io.sollecito.reminders.message.EmailContent;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpOutcomeTest {

    @ParameterizedTest(name = "{0} answers {1}: {2} {3}")
    @CsvSource({
        "greeting, CLOSE, failed, no-connection, false",
        "greeting, 554 go away, failed, no-connection, false",
        "greeting, SILENCE, failed, no-connection, false",
        "MAIL, 451 busy, failed, 451, false",
        "MAIL, 550 who are you, failed, 550, false",
        "MAIL, CLOSE, failed, no-connection, false",
        "RCPT, 450 grey, failed, 450, false",
        "RCPT, 550 no such user, failed, 550, true",
        "RCPT, CLOSE, failed, no-connection, false",
        "RCPT, SILENCE, failed, no-connection, false",
        "DATA, 452 full, failed, 452, false",
        "DATA, 554 no, failed, 554, true",
        "DATA, CLOSE, failed, no-connection, false",
        "dot, 451 try later, failed, 451, false",
        "dot, 550 spam, failed, 550, true",
        "dot, CLOSE, uncertain, no-answer, false",
        "dot, SILENCE, uncertain, no-answer, false",
        "dot, gibberish, uncertain, no-answer, false"
    })
    void what_precedes_acceptance_is_failed_and_all_else_uncertain(
            String step, String answer, String outcome, String code, boolean permanent) throws Exception {
        Map<String, String> answers = new HashMap<>();
        answers.put(step, answer.equals("CLOSE") ? null : answer.equals("SILENCE") ? "" : answer);
        try (RogueSmtpServer server = new RogueSmtpServer(answers);
                PooledMailSenderAdapter sender = sender(server.port())) {
            DeliveryOutcome seen = outcomeOf(sender);
            if (outcome.equals("failed")) {
                assertThat(seen).isInstanceOf(Failed.class);
                assertThat(((Failed) seen).code()).isEqualTo(code);
                assertThat(((Failed) seen).permanent()).isEqualTo(permanent);
            } else {
                assertThat(seen).isInstanceOf(Uncertain.class);
                assertThat(((Uncertain) seen).code()).isEqualTo(code);
                assertThat(((Uncertain) seen).messageId()).isEqualTo("id@acme.example");
            }
        }
    }

    @ParameterizedTest(name = "{0} answers {1}: {2}")
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, 5.1.1",
        "RCPT, 550-5.1.1 no such user, 5.1.1",
        "RCPT, 551 5.1.6 moved, 5.1.6",
        "RCPT, 553 5.1.3 what is this, 5.1.3",
        "RCPT, 550 5.1.10 that domain takes no mail, 5.1.10",
        "RCPT, 550 no such user, ",
        "RCPT, 550 5.7.1 we do not like you, ",
        "RCPT, 554 5.7.1 listed at 5.1.1.example, ",
        "RCPT, 550 5.1.8 your domain does not exist, ",
        "RCPT, 552 5.1.1 mailbox full, ",
        "RCPT, 450 4.1.1 perhaps later, ",
        "MAIL, 550 5.1.1 who are you, ",
        "DATA, 550 5.1.1 too late, ",
        "dot, 550 5.1.1 too late, "
    })
    void only_a_recipient_that_does_not_exist_blames_the_address(String step, String answer, String status)
            throws Exception {
        String said = answer.contains("550-") ? answer + "\r\n550 5.1.1 really" : answer;
        try (RogueSmtpServer server = new RogueSmtpServer(Map.of(step, said));
                PooledMailSenderAdapter sender = sender(server.port())) {
            DeliveryOutcome seen = outcomeOf(sender);
            if (status == null) {
                assertThat(seen).isInstanceOf(Failed.class);
            } else {
                assertThat(seen)
                        .isInstanceOfSatisfying(
                                AddressRefused.class,
                                refused -> assertThat(refused.status()).isEqualTo(status));
            }
        }
    }

    @Test
    void no_server_and_no_route_are_failed() throws Exception {
        try (PooledMailSenderAdapter sender = sender(1)) {
            assertThat(outcomeOf(sender)).isInstanceOf(Failed.class);
        }
        assertThat(SmtpOutcome.of(new Outlet.NoRoute("email-X"), "id")).isInstanceOf(Failed.class);
    }

    @Test
    void a_fault_of_unknown_origin_is_uncertain() {
        assertThat(SmtpOutcome.of(new IllegalStateException("?"), "id")).isInstanceOf(Uncertain.class);
        assertThat(SmtpOutcome.of(new MessagingException("?"), "id")).isInstanceOf(Uncertain.class);
    }

    @Test
    void a_stalled_server_frees_the_thread_within_the_read_timeout() throws Exception {
        try (RogueSmtpServer server = new RogueSmtpServer(Map.of("dot", ""));
                PooledMailSenderAdapter sender = sender(server.port())) {
            long start = System.nanoTime();
            outcomeOf(sender);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void many_messages_go_over_one_kept_connection() throws Exception {
        try (RogueSmtpServer server = new RogueSmtpServer(Map.of());
                PooledMailSenderAdapter sender = sender(server.port())) {
            for (int i = 0; i < 20; i++) {
                sender.send(mail());
            }
            assertThat(server.accepted).hasSize(20);
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void a_kept_connection_that_died_is_replaced_and_nothing_is_sent_twice() throws Exception {
        try (RogueSmtpServer server = new RogueSmtpServer(Map.of());
                PooledMailSenderAdapter sender = sender(server.port())) {
            server.closeAfter(1);
            for (int i = 0; i < 5; i++) {
                sender.send(mail());
            }
            assertThat(server.accepted).hasSize(5);
            assertThat(server.connections).hasValue(5);
        }
    }

    private static DeliveryOutcome outcomeOf(PooledMailSenderAdapter sender) throws Exception {
        try {
            sender.send(mail());
            return new DeliveryOutcome.Sent("id@acme.example");
        } catch (MessagingException failure) {
            return SmtpOutcome.of(failure, "id@acme.example");
        }
    }

    private static PooledMailSenderAdapter sender(int port) {
        PooledMailSenderAdapter sender = new PooledMailSenderAdapter();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setReadTimeout(1000);
        return sender;
    }

    private static MimeMessage mail() throws Exception {
        return MimeMail.of(
                new MimeMail.Envelope(
                        "Acme", "a@acme.example", "b@rossi.example", null, "id@acme.example", null, Instant.EPOCH),
                new EmailContent("Subject", "text", "<p>text</p>", List.of(), List.of()));
    }
}
