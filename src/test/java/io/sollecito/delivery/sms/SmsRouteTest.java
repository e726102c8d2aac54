package io.sollecito.delivery.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.Dispatcher.Result;
import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.Patience;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.WordsForTests;
import io.sollecito.ledger.outbox.SmsParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the outbox through the route as shipped to a real message centre. */
class SmsRouteTest {

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final WordsForTests words = new WordsForTests();
    private MessageCentre centre;
    private CamelContext context;
    private Dispatcher dispatcher;
    private long dispatch;

    @BeforeEach
    void start() throws Exception {
        centre = new MessageCentre();
        long item = hub.item("4711", "1", "100.00");
        dispatch = hub.dispatch(hub.reminder("4711", "first", item), "sms", "333 123 4567");
        context("s3&cr#t");
    }

    @AfterEach
    void stop() throws Exception {
        dispatcher.close();
        context.close();
        centre.close();
    }

    @Test
    void euro_accents_and_emoji_arrive_intact() {
        words.sms = "€ è 😀";
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.SENT, 1));
        SubmitSm part = centre.submitted.get(0);
        assertThat(new String(part.getShortMessage(), StandardCharsets.UTF_16BE))
                .isEqualTo("€ è 😀");
        assertThat(part.getDataCoding()).isEqualTo((byte) 8);
        assertThat(part.getDestAddress()).isEqualTo("393331234567");
        assertThat(part.getSourceAddr()).isEqualTo("ACME");
        assertThat(part.isUdhi()).isFalse();
    }

    @Test
    void the_default_alphabet_arrives_in_septets() {
        words.sms = "@è€";
        dispatcher.dispatchDue();
        SubmitSm part = centre.submitted.get(0);
        assertThat(part.getDataCoding()).isZero();
        assertThat(part.getShortMessage()).containsExactly(0x00, 0x04, 0x1B, 0x65);
    }

    @Test
    void a_long_text_is_one_submission_a_part_joined_by_headers() {
        words.sms = "è".repeat(200);
        dispatcher.dispatchDue();
        assertThat(centre.submitted).hasSize(2);
        assertThat(centre.submitted).allMatch(SubmitSm::isUdhi);
        assertThat(centre.submitted.get(0).getShortMessage()).hasSize(159).startsWith(5, 0, 3, (byte) dispatch, 2, 1);
        assertThat(centre.submitted.get(1).getShortMessage()).hasSize(53).startsWith(5, 0, 3, (byte) dispatch, 2, 2);
        assertThat(hub.single(String.class, "select message_id from sms_part where part_no = 2"))
                .isEqualTo("id2");
    }

    @Test
    void a_throttled_part_is_sent_again_alone() {
        words.sms = "è".repeat(200);
        centre.statuses.addAll(List.of(0, 0x58, 0x58));
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.SENT, 1));
        assertThat(centre.submitted)
                .extracting(part -> part.getShortMessage()[5])
                .containsExactly((byte) 1, (byte) 2);
    }

    @Test
    void an_attempt_after_long_throttling_resumes_at_the_part_that_is_missing() {
        words.sms = "è".repeat(200);
        centre.statuses.addAll(List.of(0, 0x58, 0x58, 0x58, 0x58, 0x58));
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.FAILED, 1));
        assertThat(hub.state(dispatch)).isEqualTo("waiting");
        hub.clock.forward(Duration.ofMinutes(1));
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.SENT, 1));
        assertThat(centre.submitted)
                .extracting(part -> part.getShortMessage()[5])
                .containsExactly((byte) 1, (byte) 2);
    }

    @Test
    void a_wrong_number_fails_and_falls_back() {
        centre.statuses.add(0x0B);
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.FAILED, 1));
        assertThat(hub.state(dispatch)).isEqualTo("failed");
        assertThat(hub.fellBack).containsExactly(dispatch);
    }

    @Test
    void a_response_that_does_not_come_is_uncertain_and_not_repeated() {
        centre.statuses.add(-1);
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.UNCERTAIN, 1));
        hub.clock.forward(Duration.ofHours(1));
        assertThat(dispatcher.dispatchDue()).isEmpty();
        assertThat(centre.submitted).hasSize(1);
        assertThat(hub.single(String.class, "select state from sms_part")).isEqualTo("uncertain");
        hub.recovery.release(dispatch, "anna", "seen by phone");
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.SENT, 1));
    }

    @Test
    void a_refused_log_in_is_tried_again_later() throws Exception {
        dispatcher.close();
        context.close();
        context("wrong");
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.FAILED, 1));
        assertThat(hub.state(dispatch)).isEqualTo("waiting");
    }

    @Test
    void a_fixed_line_is_no_recipient() {
        hub.exec("update dispatch set recipient = '02 12345678'");
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.FAILED, 1));
        assertThat(hub.reason(dispatch)).isEqualTo("the recipient is not a mobile number");
    }

    private void context(String password) throws Exception {
        context = RoutesForTests.started(
                new String[] {"templates/sms-smpp.camel.yaml", "classpath:delivery/sms-impatient.camel.yaml"},
                "centre.port",
                Integer.toString(centre.port()),
                "centre.password",
                password);
        SmsChannel sms = new SmsChannel(
                words,
                new OutletAdapter(context.createProducerTemplate()),
                new SmsParts(hub.database, hub.clock),
                new Patience(pause -> {}));
        dispatcher = hub.dispatcher(1, sms);
    }
}
