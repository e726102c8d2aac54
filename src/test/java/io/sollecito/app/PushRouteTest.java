package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.LedgerForTests;
import io.sollecito.OutboxForTests;
import io.sollecito.delivery.RoutesForTests;
import io.sollecito.docs.Documented;
import io.sollecito.intake.Intake;
import io.sollecito.intake.IntakeAdapter;
import io.sollecito.intake.Rematching;
import io.sollecito.intake.WorkingCopies;
import io.sollecito.ledger.connections.Connections.Health;
import io.sollecito.ledger.exports.Exports;
import io.sollecito.ledger.exports.Quarantine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented route of the template as shipped, with a real server, a real ledger and senders of all kinds. */
class PushRouteTest {

    private static final String ROUTE = "erp-mine-push";
    private static final String SECRET = "#a secret, 'of' (theirs)";
    private static final Path INVOICES = Path.of("samples/mappings/fortnox/invoices.json");

    @TempDir
    private Path folder;

    private final OutboxForTests hub = new OutboxForTests(LedgerForTests.h2());
    private final HttpClient client = HttpClient.newHttpClient();
    private long least;
    private PushServer server;
    private CamelContext camel;

    @BeforeEach
    void start() throws Exception {
        server = new PushServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Exports exports = new Exports(
                hub.database,
                hub.connections,
                hub.journal,
                hub.clock,
                new Rematching(hub.database, code -> OutboxForTests.ACME, hub.clock));
        Intake intake = new Intake(
                exports, new Quarantine(hub.database, exports, hub.journal, hub.clock), folder.resolve("kept"));
        Path route = folder.resolve(ROUTE + ".camel.yaml");
        Files.writeString(
                route,
                Documented.route(ROUTE)
                        .replace("MINE-SE", "ACME-IT")
                        .replace("    parameters:\n", "    parameters:\n      - {name: mostMegabytes, value: 1}\n"));
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("pushServer", server);
        camel.getRegistry()
                .bind(
                        "pushHouse",
                        new FileDoor.House(
                                new WorkingCopies(folder.resolve("copies")),
                                hub.connections,
                                new FreeSpace(List.of(folder), 0, any -> 100 - least),
                                hub.clock));
        camel.getRegistry()
                .bind(
                        "intakeAdapter",
                        new IntakeAdapter(
                                intake, hub.connections, Path.of("mappings"), code -> OutboxForTests.ACME, hub.clock));
        RoutesForTests.start(
                camel,
                new String[] {"templates/erp-http-push.camel.yaml", "file:" + route},
                "mine.push.secret",
                SECRET);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void a_file_is_in_the_ledger_when_it_is_answered_and_the_same_again_changes_nothing() throws Exception {
        HttpResponse<String> first = send("invoices.json", Files.readAllBytes(INVOICES));
        HttpResponse<String> again = send("again.json", Files.readAllBytes(INVOICES));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(json(first).path("state").asText()).isEqualTo("applied");
        assertThat(Files.readString(Path.of("docs/connectors.md")))
                .contains(",\"state\":\"applied\",\"reason\":null,\"records\":"
                        + json(first).path("records") + "}");
        assertThat(hub.single(
                        String.class,
                        "select file_name from export where id = ?",
                        json(first).path("export").asLong()))
                .isEqualTo("invoices.json");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("state").asText()).isEqualTo("unchanged");
        assertThat(health().failures()).isZero();
        assertThat(health().factsAsOf()).isEqualTo(hub.clock.instant());
        assertThat(health().connection().expects()).isEqualTo("daily");
        assertNothingIsLeft();
    }

    @Test
    void a_file_that_a_person_must_look_at_first_is_accepted_and_waits() throws Exception {
        send("invoices.json", Files.readAllBytes(INVOICES));
        hub.clock.forward(Duration.ofHours(1));

        HttpResponse<String> empty = send("empty.json", "{\"Invoices\": []}".getBytes(StandardCharsets.UTF_8));

        assertThat(empty.statusCode()).isEqualTo(202);
        assertThat(json(empty).path("state").asText()).isEqualTo("held");
        assertThat(json(empty).path("reason").asText()).isNotBlank();
        assertThat(exports("held")).isOne();
    }

    @Test
    void facts_are_as_of_what_the_sender_says() throws Exception {
        HttpRequest request = request("/exports/" + ROUTE + "/invoices.json", "Bearer " + SECRET)
                .header("Last-Modified", "Mon, 2 Mar 2026 06:00:00 GMT")
                .PUT(BodyPublishers.ofFile(INVOICES))
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        assertThat(health().factsAsOf()).isEqualTo("2026-03-02T06:00:00Z");
    }

    @Test
    void two_uploads_of_the_same_at_once_take_one() throws Exception {
        byte[] bytes = Files.readAllBytes(INVOICES);
        List<CompletableFuture<HttpResponse<String>>> answers = Stream.of("a.json", "b.json", "c.json", "d.json")
                .map(name -> client.sendAsync(
                        put("/exports/" + ROUTE + "/" + name, BodyPublishers.ofByteArray(bytes)),
                        BodyHandlers.ofString()))
                .toList();

        assertThat(answers)
                .extracting(answer -> answer.get().statusCode())
                .containsExactlyInAnyOrder(201, 200, 200, 200);
        assertThat(exports("applied")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        ROUTE + ", Bearer wrong wrong wrong",
        ROUTE + ", Basic #a secret",
        ROUTE + ", ''",
        "erp-acme-sap, Bearer wrong wrong wrong",
        "nobody, Bearer wrong wrong wrong",
        "..%2f, Bearer wrong wrong wrong"
    })
    void who_does_not_know_the_secret_learns_nothing(String connection, String login) throws Exception {
        HttpResponse<String> answer = client.send(
                request("/exports/" + connection + "/invoices.json", login)
                        .PUT(BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).isEqualTo("{\"problems\":[\"Send what proves that you may.\"]}\n");
        assertNothingIsTaken();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2F..%2Fx", "%2e%2e", ".hidden", "a%0d%0ab", "a%5Cb", "a%3Ab", "%zz", "%00", ""})
    void a_name_that_could_be_a_path_is_refused(String name) throws Exception {
        assertThat(raw("PUT /exports/" + ROUTE + "/" + name + " HTTP/1.1", "Content-Length: 1", "x"))
                .containsPattern("^HTTP/1.1 400 ");
        assertNothingIsTaken();
    }

    @Test
    void what_is_no_file_is_refused_with_what_to_do() throws Exception {
        String path = "/exports/" + ROUTE + "/x.json";
        assertThat(sent(request(path).GET().build()).statusCode()).isEqualTo(405);
        assertThat(sent(request(path).DELETE().build()).headers().firstValue("Allow"))
                .contains("PUT, POST");
        assertThat(sent(request(path)
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofString("--x--"))
                                .build())
                        .statusCode())
                .isEqualTo(415);
        assertThat(sent(request(path)
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofString("x"))
                                .build())
                        .statusCode())
                .isEqualTo(415);
        assertThat(sent(put(path, BodyPublishers.noBody())).statusCode()).isEqualTo(400);
        assertNothingIsTaken();
    }

    @Test
    void a_file_that_is_too_large_is_refused_whether_or_not_it_says_so() throws Exception {
        byte[] large = new byte[1024 * 1024 + 1];
        String head = "PUT /exports/" + ROUTE + "/x.json HTTP/1.1";

        assertThat(raw(head, "Content-Length: " + large.length, "x")).contains("413", "larger than 1 MB");
        assertThat(raw(
                        head,
                        "Transfer-Encoding: chunked",
                        Integer.toHexString(large.length) + "\r\n" + new String(large, StandardCharsets.US_ASCII)
                                + "\r\n0\r\n\r\n"))
                .contains("413");
        assertNothingIsTaken();
    }

    @Test
    void a_file_that_the_mapping_cannot_read_is_kept_and_the_sender_told_why() throws Exception {
        HttpResponse<String> answer = send("x.json", "{\"Invoices\": [".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/problems/0").asText()).contains("JSON");
        assertThat(exports("unreadable")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 400000", "Transfer-Encoding: chunked"})
    void an_upload_that_breaks_off_takes_nothing(String length) throws Exception {
        String json = "{\"Invoices\": []}";
        String body = length.startsWith("T") ? Integer.toHexString(json.length()) + "\r\n" + json + "\r\n" : json;
        try (Socket socket = connected()) {
            socket.getOutputStream().write(request("PUT /exports/" + ROUTE + "/x.json HTTP/1.1", length, body));
            socket.getOutputStream().flush();
            Awaitility.await().until(() -> !copies().isEmpty());
        }

        Awaitility.await().until(() -> copies().isEmpty());
        assertNothingIsTaken();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PUT ", "PUT /exports/" + ROUTE + "/x.json HTTP/1.1\r\nHost: hub\r\nContent-Length: 9\r\n\r\n"})
    void those_who_begin_to_send_without_the_secret_keep_nobody_out(String beginning) throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                slow.add(connected());
                slow.get(i).getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
            }
            HttpRequest request = request("/exports/" + ROUTE + "/invoices.json")
                    .timeout(Duration.ofSeconds(20))
                    .PUT(BodyPublishers.ofFile(INVOICES))
                    .build();

            assertThat(sent(request).statusCode()).isEqualTo(201);
        } finally {
            for (Socket each : slow) {
                each.close();
            }
        }
    }

    @Test
    void while_there_is_no_room_nothing_is_taken_and_everybody_knows_why() throws Exception {
        least = 101;

        HttpResponse<String> answer = send("invoices.json", Files.readAllBytes(INVOICES));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(health().failures()).isOne();
        assertThat(health().lastError()).contains("MB are free");
        assertNothingIsTaken();
    }

    @Test
    void a_ledger_that_fails_makes_the_sender_try_again() throws Exception {
        hub.exec("alter table export rename to export_gone");
        assertThat(send("invoices.json", Files.readAllBytes(INVOICES)).statusCode())
                .isEqualTo(503);
        hub.exec("alter table export_gone rename to export");

        assertThat(send("invoices.json", Files.readAllBytes(INVOICES)).statusCode())
                .isEqualTo(201);
        assertThat(health().failures()).isZero();
    }

    @Test
    void nothing_listens_once_the_route_is_stopped() throws Exception {
        assertThat(server.port()).isPositive();

        camel.getRouteController().stopRoute(ROUTE);

        assertThat(server.port()).isNegative();
    }

    private HttpResponse<String> send(String name, byte[] bytes) throws Exception {
        return sent(put("/exports/" + ROUTE + "/" + name, BodyPublishers.ofByteArray(bytes)));
    }

    private HttpResponse<String> sent(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest put(String path, BodyPublisher body) {
        return request(path).PUT(body).build();
    }

    private HttpRequest.Builder request(String path) {
        return request(path, "Bearer " + SECRET);
    }

    private HttpRequest.Builder request(String path, String login) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(60));
        return login.isEmpty() ? builder : builder.header("Authorization", login);
    }

    private String raw(String head, String length, String body) throws IOException {
        try (Socket socket = connected()) {
            socket.setSoTimeout(60_000);
            byte[] request = request(head, length, body);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    socket.getOutputStream().write(request);
                    socket.getOutputStream().flush();
                } catch (IOException refusedBeforeTheEnd) {
                    // the answer tells
                }
            });
            StringBuilder answer = new StringBuilder();
            for (int c = socket.getInputStream().read();
                    c >= 0;
                    c = socket.getInputStream().read()) {
                answer.append((char) c);
                if (answer.toString().endsWith("]}\n")) {
                    break;
                }
            }
            sending.join();
            return answer.toString();
        }
    }

    private Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private static byte[] request(String head, String length, String body) {
        return (head + "\r\nHost: hub\r\nAuthorization: Bearer " + SECRET + "\r\n" + length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Health health() {
        return hub.connections.healthOf(ROUTE);
    }

    private int exports(String state) {
        return hub.single(
                Integer.class, "select count(*) from export where connection = '" + ROUTE + "' and state = ?", state);
    }

    private void assertNothingIsTaken() throws IOException {
        assertThat(hub.single(Integer.class, "select count(*) from export where connection = '" + ROUTE + "'"))
                .isZero();
        assertThat(folder.resolve("kept")).doesNotExist();
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        Awaitility.await().until(() -> copies().isEmpty());
    }

    private List<Path> copies() throws IOException {
        if (!Files.isDirectory(folder.resolve("copies"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("copies"))) {
            return files.toList();
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
