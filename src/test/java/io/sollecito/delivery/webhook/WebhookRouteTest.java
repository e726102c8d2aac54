package io.sollecito.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the outbox through the route as shipped to a real HTTP server. */
class WebhookRouteTest {

    private static final String SECRET = "s3&cr#t' of+16 characters";

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
        dispatch = hub.dispatch(hub.reminder("4711", "first", item), "webhook", "4711");
        context = context(gateway.url("/reminders?to=crm"));
        dispatcher = hub.dispatcher(
                1,
                new WebhookChannel(
                        words,
                        new OutletAdapter(context.createProducerTemplate()),
                        hub.clock,
                        new Patience(pause -> {})));
    }

    @AfterEach
    void stop() {
        dispatcher.close();
        context.stop();
        gateway.close();
    }

    @Test
    void a_reminder_arrives_signed_and_as_the_schema_says() throws Exception {
        words.sms = "Acme: promemoria è €";
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.SENT, 1));

        Request request = gateway.requests.get(0);
        assertThat(request.path()).isEqualTo("/reminders?to=crm");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("Idempotency-Key")).isEqualTo("ACME-IT-" + dispatch);
        String timestamp = request.header("Sollecito-Timestamp");
        assertThat(timestamp).isEqualTo(Long.toString(hub.clock.instant().getEpochSecond()));
        assertThat(request.header("Sollecito-Signature")).isEqualTo("sha256=" + hmac(timestamp + "." + request.text()));

        JsonNode body = new ObjectMapper().readTree(request.body());
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(getClass().getResourceAsStream("/schema/webhook.schema.json"))
                        .validate(body))
                .isEmpty();
        assertThat(body.at("/text").asText()).isEqualTo("Acme: promemoria è €");
        assertThat(body.at("/items/0/amount").asText()).isEqualTo("100.00");
        assertThat(body.at("/debtor/contacts/0/phone").asText()).isEqualTo("+393331234567");
        assertThat(hub.single(String.class, "select message_id from dispatch")).isEqualTo("theirs-1");
    }

    @Test
    void no_other_header_leaves() {
        dispatcher.dispatchDue();
        assertThat(gateway.requests.get(0).headers().keySet())
                .containsExactlyInAnyOrder(
                        "Accept-encoding",
                        "Connection",
                        "Content-length",
                        "Content-type",
                        "Host",
                        "Idempotency-key",
                        "Sollecito-signature",
                        "Sollecito-timestamp",
                        "User-agent");
    }

    @ParameterizedTest
    @CsvSource({
        "400, failed",
        "404, failed",
        "410, failed",
        "422, failed",
        "401, waiting",
        "409, waiting",
        "500, uncertain",
        "502, uncertain",
        "408, uncertain",
        "302, uncertain"
    })
    void an_answer_that_is_no_success(int status, String state) {
        gateway.statuses.add(status);
        dispatcher.dispatchDue();
        assertThat(hub.state(dispatch)).isEqualTo(state);
        assertThat(hub.reason(dispatch)).startsWith("answered " + status);
        assertThat(gateway.requests).hasSize(1);
    }

    @Test
    void a_busy_gateway_gets_the_same_call_again() {
        gateway.statuses.addAll(List.of(429, 503));
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.SENT, 1));
        assertThat(gateway.requests)
                .hasSize(3)
                .extracting(request -> request.header("Idempotency-Key"))
                .containsOnly("ACME-IT-" + dispatch);
    }

    @Test
    void one_that_stays_busy_is_tried_again_later() {
        gateway.statuses.addAll(List.of(503, 503, 503, 503, 503));
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.FAILED, 1));
        assertThat(hub.state(dispatch)).isEqualTo("waiting");
        hub.clock.forward(Duration.ofMinutes(1));
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.SENT, 1));
    }

    @ParameterizedTest
    @CsvSource({"-1", "-2"})
    void without_an_answer_it_is_uncertain_and_not_repeated(int misbehaviour) {
        gateway.statuses.add(misbehaviour);
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.UNCERTAIN, 1));
        hub.clock.forward(Duration.ofHours(1));
        assertThat(dispatcher.dispatchDue()).isEmpty();
        assertThat(gateway.requests).hasSize(1);
        assertThat(hub.single(String.class, "select message_id from dispatch")).isEqualTo("ACME-IT-" + dispatch);
    }

    @Test
    void a_gateway_that_cannot_be_reached_is_tried_again_later() {
        gateway.close();
        assertThat(dispatcher.dispatchDue()).isEqualTo(Map.of(Result.FAILED, 1));
        assertThat(hub.state(dispatch)).isEqualTo("waiting");
    }

    @Test
    void a_payment_after_planning_cancels_the_call() {
        hub.pays(1, "100.00");
        assertThat(dispatcher.dispatchDue()).isEmpty();
        assertThat(hub.state(dispatch)).isEqualTo("cancelled");
        assertThat(gateway.requests).isEmpty();
    }

    @Test
    void a_secret_that_can_be_guessed_is_refused_at_the_start() {
        assertThatThrownBy(() -> new WebhookSignature("short")).hasMessageContaining("shorter than 16 characters");
    }

    private static String hmac(String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static CamelContext context(String url) throws Exception {
        return RoutesForTests.started(
                new String[] {"templates/webhook-http.camel.yaml", "classpath:delivery/webhook-acme.camel.yaml"},
                "gateway.url",
                url,
                "gateway.secret",
                SECRET);
    }
}
