package io.sollecito.delivery.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.Dispatcher;
import io.sollecito.delivery.Dispatcher.Result;
import io.sollecito.delivery.Gateway;
import io.sollecito.delivery.Gateway.Request;
import io.sollecito.delivery.OutletAdapter;
import io.sollecito.delivery.Patience;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.WordsForTests;
import io.sollecito.ledger.outbox.SmsParts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the outbox through the route as shipped to a real HTTP gateway. */
class SmsGatewayRouteTest {

    private static final String HOSTILE = "€ è 😀 \"}], \\ [[to]] ${body} {{x}}";

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final WordsForTests words = new WordsForTests();
    private Gateway gateway;
    private CamelContext context;
    private Dispatcher dispatcher;
    private long dispatch;

    @BeforeEach
    void start() throws Exception {
        gateway = new Gateway();
        long item = hub.item("4711", "1", "100.00");
        dispatch = hub.dispatch(hub.reminder("4711", "first", item), "sms", "333 123 4567");
        context("sms-gateway");
    }

    @AfterEach
    void stop() {
        dispatcher.close();
        context.stop();
        gateway.close();
    }

    @Test
    void a_text_arrives_whole_and_literally() throws Exception {
        words.sms = HOSTILE;
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.SENT, 1));

        Request request = gateway.requests.get(0);
        assertThat(request.header("Authorization")).isEqualTo("Bearer s3&cr#t");
        assertThat(request.header("Idempotency-Key")).isEqualTo("ACME-IT-" + dispatch);
        JsonNode body = new ObjectMapper().readTree(request.body());
        assertThat(body.at("/text").asText()).isEqualTo(HOSTILE);
        assertThat(body.at("/to").asText()).isEqualTo("+393331234567");
        assertThat(body.at("/from").asText()).isEqualTo("ACME");
        assertThat(hub.single(String.class, "select message_id from sms_part")).isEqualTo("theirs-1");
    }

    @Test
    void a_long_text_is_one_request() {
        words.sms = "è".repeat(300);
        dispatcher.dispatchDue();
        assertThat(gateway.requests).hasSize(1);
        assertThat(hub.single(Integer.class, "select count(*) from sms_part")).isEqualTo(1);
    }

    @Test
    void a_gateway_with_other_names_is_only_a_matter_of_the_route() throws Exception {
        stopRoutes();
        context("sms-gateway-nested");
        gateway.answer = "{\"messages\": [{\"messageId\": 7}]}";
        dispatcher.dispatchDue();
        Request request = gateway.requests.get(0);
        assertThat(request.header("X-Api-Key")).isEqualTo("s3&cr#t");
        assertThat(new ObjectMapper()
                        .readTree(request.body())
                        .at("/messages/0/to/0")
                        .asText())
                .isEqualTo("+393331234567");
        assertThat(hub.single(String.class, "select message_id from dispatch")).isEqualTo("7");
    }

    @Test
    void a_refused_text_fails_and_falls_back() {
        gateway.statuses.add(422);
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.FAILED, 1));
        assertThat(hub.state(dispatch)).isEqualTo("failed");
        assertThat(hub.fellBack).containsExactly(dispatch);
    }

    @Test
    void a_busy_gateway_loses_none_and_a_broken_one_repeats_none() {
        gateway.statuses.addAll(List.of(429, 429, 500));
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.UNCERTAIN, 1));
        hub.clock.forward(Duration.ofHours(1));
        assertThat(dispatcher.dispatchDue()).isEmpty();
        assertThat(gateway.requests).hasSize(3);
        assertThat(hub.single(String.class, "select state from sms_part")).isEqualTo("uncertain");
    }

    @Test
    void what_began_in_parts_does_not_go_on_as_a_whole() {
        words.sms = "è".repeat(300);
        hub.exec("insert into sms_part (dispatch_id, part_no, state, message_id, state_at)"
                + " select id, 1, 'sent', 'a', created_at from dispatch");
        hub.exec("insert into sms_part (dispatch_id, part_no, state, message_id, state_at)"
                + " select id, 2, 'sent', 'b', created_at from dispatch");
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.UNCERTAIN, 1));
        assertThat(gateway.requests).isEmpty();
    }

    @Test
    void a_body_that_is_no_json_or_names_something_else_is_refused_at_the_start() {
        assertThatThrownBy(() -> new SmsJson("{\"to\": [[to]]}")).hasMessageContaining("is no JSON");
        assertThatThrownBy(() -> new SmsJson("{\"to\": \"[[too]]\"}")).hasMessageContaining("[[too]] is unknown");
    }

    private void stopRoutes() {
        dispatcher.close();
        context.stop();
    }

    private void context(String instance) throws Exception {
        context = RoutesForTests.started(
                new String[] {"templates/sms-http.camel.yaml", "classpath:delivery/" + instance + ".camel.yaml"},
                "gateway.url",
                gateway.url("/sms"),
                "gateway.secret",
                "s3&cr#t");
        dispatcher = hub.dispatcher(
                1,
                new SmsChannel(
                        words,
                        new OutletAdapter(context.createProducerTemplate()),
                        new SmsParts(hub.database, hub.clock),
                        new Patience(pause -> {})));
    }
}
