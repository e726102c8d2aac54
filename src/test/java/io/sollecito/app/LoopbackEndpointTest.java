package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.cli.Caller;
import io.sollecito.cli.Hub;
import io.sollecito.cli.RunningHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

        RunningHub.Answer help =
                hub.call(List.of("why", "--help"), "anna", null).orElseThrow();
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("Usage: hub why");

        RunningHub.Answer wrong = hub.call(List.of("why"), "anna", "a text ü").orElseThrow();
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("REFERENCE");
        assertThat(caller.get().user()).isEqualTo("anna");
        assertThat(caller.get().input().text("any")).isEqualTo("a text ü");
    }

    @Test
    void a_wrong_token_is_refused() throws IOException {
        String told = Files.readString(announcement);
        Files.writeString(announcement, told.replaceFirst("\"token\":\"....", "\"token\":\"0000"));
        RunningHub impostor = RunningHub.of(announcement).orElseThrow();

        assertThatThrownBy(() -> impostor.call(List.of("why", "1"), "anna", null))
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
        assertThat(hub.call(List.of("why", "1"), "anna", null)).isEmpty();
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
