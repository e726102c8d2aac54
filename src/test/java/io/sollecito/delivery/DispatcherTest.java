package io.sollecito.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.Dispatcher.Result;
import io.sollecito.delivery.email.EmailChannel;
import io.sollecito.delivery.email.SmtpFailure;
import io.sollecito.delivery.task.HandoverChannel;
import io.sollecito.delivery.task.TaskChannel;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final WordsForTests words = new WordsForTests();
    private final List<MimeMessage> mails = new CopyOnWriteArrayList<>();
    private Exception failure;

    @Test
    void every_debtor_gets_one_mail_under_its_own_id() throws Exception {
        for (int i = 1; i <= 25; i++) {
            hub.email("D" + i);
        }
        assertThat(dispatch()).isEqualTo(Map.of(Result.SENT, 25));
        assertThat(mails).hasSize(25);
        assertThat(hub.single(Integer.class, "select count(distinct message_id) from dispatch where state = 'sent'"))
                .isEqualTo(25);
        assertThat(hub.single(String.class, "select message_id from dispatch where id = 1"))
                .isEqualTo("dispatch-1.RF1001@acme.example");
        assertThat(dispatch()).isEmpty();
    }

    @Test
    void several_mails_to_one_debtor_leave_in_their_order() throws Exception {
        hub.email("4711");
        hub.dispatch(hub.reminder("4711", "second", hub.item("4711", "x", "5.00")), "email", "a@rossi.example");
        dispatch();
        assertThat(mails)
                .extracting(MimeMessage::getMessageID)
                .containsExactly("<dispatch-1.RF1001@acme.example>", "<dispatch-2.RF1002@acme.example>");
    }

    @Test
    void a_later_mail_continues_the_first_and_the_last_that_its_recipient_got() throws Exception {
        for (String step : List.of("first", "second", "third")) {
            hub.dispatch(hub.reminder("4711", step, hub.item("4711", step, "5.00")), "email", "a@rossi.example");
            dispatch();
        }
        hub.dispatch(hub.reminder("4711", "x", hub.item("4711", "x", "5.00")), "email", "other@rossi.example");
        dispatch();

        assertThat(mails.get(0).getHeader("References")).isNull();
        assertThat(mails.get(1).getHeader("References")).containsExactly("<dispatch-1.RF1001@acme.example>");
        assertThat(mails.get(2).getHeader("References"))
                .containsExactly("<dispatch-1.RF1001@acme.example> <dispatch-2.RF1002@acme.example>");
        assertThat(mails.get(2).getHeader("In-Reply-To")).containsExactly("<dispatch-2.RF1002@acme.example>");
        assertThat(mails.get(3).getHeader("References")).as("to somebody else").isNull();
    }

    @Test
    void the_account_statement_goes_along_when_the_step_says_so() throws Exception {
        hub.email("1");
        hub.email("2");
        hub.exec("update reminder set attachments = '[\"account-statement\"]' where id = 2");
        dispatch();
        assertThat(mails.stream().map(mail -> parts(mail)).sorted()).containsExactly(1, 2);
    }

    @Test
    void an_incomplete_message_is_held_and_tries_no_other_channel() {
        long dispatch = hub.email("4711");
        hub.hasFallback = true;
        words.held = "4711";
        assertThat(dispatch()).isEqualTo(Map.of(Result.HELD, 1));
        assertThat(hub.state(dispatch)).isEqualTo("failed");
        assertThat(hub.reason(dispatch)).isEqualTo("held: [[CustomerName]] is empty");
        assertThat(hub.reminderState(dispatch)).isEqualTo("undelivered");
        assertThat(hub.fellBack).isEmpty();
    }

    @Test
    void a_bad_address_falls_back() {
        long dispatch = hub.email("4711");
        hub.hasFallback = true;
        hub.exec("update dispatch set recipient = 'nobody'");
        assertThat(dispatch()).isEqualTo(Map.of(Result.FAILED, 1));
        assertThat(hub.fellBack).containsExactly(dispatch);
        assertThat(hub.reminderState(dispatch)).isEqualTo("waiting");
    }

    @Test
    void no_connection_waits_and_is_tried_again() {
        long dispatch = hub.email("4711");
        failure = new SmtpFailure(new MessagingException("connection refused"), false);
        assertThat(dispatch()).isEqualTo(Map.of(Result.FAILED, 1));
        assertThat(hub.state(dispatch)).isEqualTo("waiting");
        failure = null;
        hub.clock.forward(Duration.ofMinutes(1));
        assertThat(dispatch()).isEqualTo(Map.of(Result.SENT, 1));
    }

    @Test
    void an_unanswered_final_dot_is_uncertain_and_stays_so() {
        long dispatch = hub.email("4711");
        failure = new SmtpFailure(new MessagingException("read timed out"), true);
        assertThat(dispatch()).isEqualTo(Map.of(Result.UNCERTAIN, 1));
        failure = null;
        hub.clock.forward(Duration.ofHours(5));
        assertThat(dispatch()).isEmpty();
        assertThat(hub.reminderState(dispatch)).isEqualTo("uncertain");
        assertThat(hub.single(String.class, "select message_id from dispatch")).startsWith("dispatch-1.");
    }

    @Test
    void a_task_and_a_handover_are_done_when_they_are_created() {
        long call = hub.dispatch(hub.reminder("1", "call", hub.item("1", "1", "5.00")), "task", "-");
        long handover = hub.dispatch(hub.reminder("2", "handover", hub.item("2", "2", "5.00")), "handover", "-");
        assertThat(dispatch()).isEqualTo(Map.of(Result.SENT, 2));
        assertThat(hub.reminderState(call)).isEqualTo("sent");
        assertThat(hub.reminderState(handover)).isEqualTo("sent");
        assertThat(mails).isEmpty();
    }

    private static int parts(MimeMessage mail) {
        try {
            return ((MimeMultipart) mail.getContent()).getCount();
        } catch (IOException | MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Map<Result, Integer> dispatch() {
        Outlet outlet = (route, body) -> {
            if (failure != null) {
                throw failure;
            }
            assertThat(route).isEqualTo("email-ACME-IT");
            mails.add((MimeMessage) body);
            return null;
        };
        try (Dispatcher dispatcher = hub.dispatcher(
                2, new EmailChannel(words, outlet, hub.clock), new TaskChannel(words), new HandoverChannel())) {
            return dispatcher.dispatchDue();
        }
    }
}
