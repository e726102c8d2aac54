package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.delivery.sms.SmsReceiptsAdapter;
import io.sollecito.docs.Documented;
import io.sollecito.ledger.journal.Alarms;
import io.sollecito.ledger.outbox.SmsReports;
import io.sollecito.ledger.outbox.SmsSettlement;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gateways report over HTTP, to routes of the template as shipped. */
class SmsReceiptsHttpTest {

    private static final String SECRET = "#a secret, 'of' (ours)";
    private static final String REPORT =
            "{\"results\":[{\"messageId\":\"m-1\",\"status\":{\"name\":\"Delivered_To_Handset\"}}]}";

    @TempDir
    private Path folder;

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final HttpClient client = HttpClient.newHttpClient();
    private final PushServer server = new PushServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private CamelContext camel;

    @AfterEach
    void stop() {
        if (camel != null) {
            camel.stop();
        }
    }

    @Test
    void a_signed_report_is_taken_once_and_in_either_notation() throws Exception {
        start(Documented.route("sms-receipts-mine").replace("MINE-IT", "ACME-IT"));

        assertThat(sent(REPORT, hex(REPORT)).statusCode()).isEqualTo(200);
        assertThat(sent(REPORT, "sha256=" + hex(REPORT)).body()).isEqualTo("{\"reports\":1}\n");
        assertThat(sent(REPORT, Base64.getEncoder().encodeToString(hmac(REPORT)))
                        .statusCode())
                .isEqualTo(200);

        assertThat(reports()).containsExactly("sms-receipts-mine ACME-IT m-1 DELIVRD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "sha256="})
    void a_report_that_nobody_signed_is_refused(String signature) throws Exception {
        start(Documented.route("sms-receipts-mine").replace("MINE-IT", "ACME-IT"));

        assertThat(sent(REPORT, signature).statusCode()).isEqualTo(401);
        assertThat(sent(REPORT.replace("m-1", "m-2"), hex(REPORT)).statusCode()).isEqualTo(401);

        assertThat(reports()).isEmpty();
    }

    @Test
    void several_reports_come_together_and_words_that_say_nothing_are_kept() throws Exception {
        start(route("reports", "/list", "codeAt", "/error"));
        String list =
                "{\"list\":[{\"id\":7,\"status\":\"DELIVERED\"},{\"id\":\"8\",\"status\":\"failed\",\"error\":27},"
                        + "{\"id\":\"9\",\"status\":\"queued\\r\\n\"},{\"id\":\"\",\"status\":\"delivered\"},{\"text\":\"ciao\"}]}";

        assertThat(sent(list, "application/json", "Authorization", "Bearer " + SECRET)
                        .body())
                .isEqualTo("{\"reports\":5}\n");

        assertThat(reports())
                .containsExactly(
                        "sms-receipts-mine ACME-IT 7 DELIVRD",
                        "sms-receipts-mine ACME-IT 8 UNDELIV",
                        "sms-receipts-mine ACME-IT 9 QUEUED");
        assertThat(hub.single(String.class, "select code from sms_report where message_id = '8'"))
                .isEqualTo("27");
        assertThat(hub.single(Integer.class, "select count(*) from alarm where kind = 'sms-unread'"))
                .isOne();
    }

    @Test
    void a_form_is_a_report_too() throws Exception {
        start(route("proof", "basic", "user", "gate", "idAt", "/MessageSid", "stateAt", "/MessageStatus"));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("gate:" + SECRET).getBytes(StandardCharsets.UTF_8));

        assertThat(sent(
                                "MessageSid=SM%2B1&MessageStatus=undelivered&To=%2B39",
                                "application/x-www-form-urlencoded; charset=utf-8", "Authorization", basic)
                        .statusCode())
                .isEqualTo(200);

        assertThat(reports()).containsExactly("sms-receipts-mine ACME-IT SM+1 UNDELIV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "\"text\"", "{\"list\":", "7"})
    void what_is_no_report_is_refused(String body) throws Exception {
        start(route());

        assertThat(sent(body, "application/json", "Authorization", "Bearer " + SECRET)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_report_that_the_ledger_cannot_take_is_asked_for_again() throws Exception {
        start(route());
        String report = "{\"id\":\"7\",\"status\":\"delivered\"}";
        hub.exec("alter table sms_report rename to sms_report_away");
        assertThat(sent(report, "application/json", "Authorization", "Bearer " + SECRET)
                        .statusCode())
                .isEqualTo(503);
        hub.exec("alter table sms_report_away rename to sms_report");

        assertThat(sent(report, "application/json", "Authorization", "Bearer " + SECRET)
                        .statusCode())
                .isEqualTo(200);
    }

    private void start(String route) throws Exception {
        Path file = Files.writeString(folder.resolve("sms-receipts-mine.camel.yaml"), route);
        SmsReports reports = new SmsReports(
                hub.database,
                hub.clock,
                new SmsSettlement(
                        hub.database, hub.clock, hub.journal, Map.of("ACME-IT", OutboxForTests.ACME), hub::fallBack));
        camel = RoutesForTests.started(
                Map.of(
                        "pushServer",
                        server,
                        "smsReceiptsAdapter",
                        new SmsReceiptsAdapter(reports, new Alarms(hub.database, hub.clock, hub.journal))),
                new String[] {"templates/sms-receipts-http.camel.yaml", "file:" + file},
                "mine.gateway.receipts",
                SECRET);
    }

    private static String route(String... parameters) {
        String given = Stream.iterate(0, i -> i < parameters.length, i -> i + 2)
                .map(i -> "      - {name: " + parameters[i] + ", value: \"" + parameters[i + 1] + "\"}\n")
                .collect(Collectors.joining());
        return """
                - templatedRoute:
                    routeTemplateRef: sms-receipts-http
                    routeId: sms-receipts-mine
                    parameters:
                      - {name: creditor, value: ACME-IT}
                      - {name: secret, value: "{{mine.gateway.receipts}}"}
                """ + given;
    }

    private HttpResponse<String> sent(String body, String signature) throws Exception {
        return sent(body, "application/json", "X-Gateway-Signature", signature);
    }

    private HttpResponse<String> sent(String body, String type, String header, String proof) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/receipts/sms-receipts-mine"))
                .header("Content-Type", type)
                .header(header, proof)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private List<String> reports() {
        return hub.database
                .sql()
                .sql(
                        "select connection || ' ' || creditor || ' ' || message_id || ' ' || state from sms_report order by id")
                .query(String.class)
                .list();
    }

    private static String hex(String body) throws Exception {
        return HexFormat.of().formatHex(hmac(body));
    }

    private static byte[] hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
    }
}
