package io.sollecito.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script answers itself, before it builds or starts anything. */
class HubScriptTest {

    private int status;

    @ParameterizedTest
    @ValueSource(strings = {"run", "demo", "test", "bench"})
    void help_is_answered_and_nothing_is_started(String call) throws Exception {
        assertThat(hub(call, "--help")).startsWith("Usage: hub " + call);
        assertThat(status).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "demo", "test"})
    void an_unknown_argument_is_wrong_usage(String call) throws Exception {
        String argument = call.equals("demo") ? "--nonsense" : "nonsense";
        assertThat(hub(call, argument)).startsWith("hub " + call + ": unknown argument '" + argument + "'");
        assertThat(status).isEqualTo(2);
    }

    private String hub(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder call = new ProcessBuilder("bash", "hub");
        call.command().addAll(List.of(arguments));
        Process hub = call.redirectErrorStream(true).start();
        String said = new String(hub.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        status = hub.waitFor();
        return said;
    }
}
