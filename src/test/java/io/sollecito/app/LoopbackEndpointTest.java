package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sollecito.cli.Caller;
import io.sollecito.cli.Hub;
import io.sollecito.cli.RunningHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopbackEndpointTest {

    @TempDir
    Path folder;

    private final AtomicReference<Caller> caller = new AtomicReference<>();
    private Path announcement;
    private LoopbackEndpoint endpoint;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Optional<Integer> call(RunningHub hub, String text, String... arguments) throws Exception {
        return hub.call(List.of(arguments), "anna", text, new PrintWriter(out), new PrintWriter(err));
    }

    @BeforeEach
    void start() {
        announcement = folder.resolve("data/hub-endpoint.json");
        endpoint = new LoopbackEndpoint(announcement, who -> {
            caller.set(who);
            return Hub.commandLine();
        });
        endpoint.start();
    }

    @AfterEach
    void stop() {
        if (endpoint.isRunning()) {
            endpoint.stop();
        }
    }

    @Test
    void a_call_is_answered_with_status_output_and_messages() throws Exception {
        RunningHub hub = RunningHub.of(announcement).orElseThrow();

        assertThat(call(hub, null, "why", "--help")).contains(0);
        assertThat(out.toString()).contains("Usage: hub why");

        assertThat(call(hub, "a text ü", "why")).contains(2);
        assertThat(err.toString()).contains("REFERENCE");
        assertThat(caller.get().user()).isEqualTo("anna");
        assertThat(caller.get().input().text("any")).isEqualTo("a text ü");
    }

    @Test
    void a_long_answer_comes_in_pieces_and_stays_whole() throws IOException {
        String text = "Società € \uD83D\uDE00\n".repeat(20_000);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        AnswerLines answer = new AnswerLines(sent);
        PrintWriter writer = answer.writer("out");

        text.chars().forEach(writer::write);
        writer.flush();

        List<String> lines = sent.toString(StandardCharsets.US_ASCII).lines().toList();
        StringBuilder whole = new StringBuilder();
        for (String line : lines) {
            whole.append(new ObjectMapper().readTree(line).path("out").asText());
        }
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(whole.toString()).isEqualTo(text);
    }

    @Test
    void a_wrong_token_is_refused() throws IOException {
        String told = Files.readString(announcement);
        Files.writeString(announcement, told.replaceFirst("\"token\":\"....", "\"token\":\"0000"));
        RunningHub impostor = RunningHub.of(announcement).orElseThrow();

        assertThatThrownBy(() -> call(impostor, null, "why", "1"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("401");
        assertThat(caller.get()).isNull();
    }

    @Test
    void only_its_user_can_read_the_announcement_and_it_goes_with_the_hub() throws Exception {
        assertThat(Files.getPosixFilePermissions(announcement))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        RunningHub hub = RunningHub.of(announcement).orElseThrow();

        endpoint.stop();

        assertThat(announcement).doesNotExist();
        assertThat(call(hub, null, "why", "1")).isEmpty();
    }

    @Test
    void a_hub_that_stops_leaves_the_announcement_of_the_next() {
        LoopbackEndpoint next = new LoopbackEndpoint(announcement, who -> Hub.commandLine());
        next.start();

        endpoint.stop();

        assertThat(announcement).exists();
        next.stop();
        assertThat(announcement).doesNotExist();
    }
}
