package io.sollecito.intake.pull;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HttpAskerTest {

    @Test
    @Timeout(60)
    void an_answer_that_never_ends_is_broken_off_though_something_always_comes() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpAsker http = new HttpAsker(
                        Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMillis(500), Clock.systemUTC())) {
            Thread api = new Thread(() -> drip(server));
            api.setDaemon(true);
            api.start();
            URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");

            assertThatThrownBy(() -> http.get(uri, Map.of(), (status, headers, body) -> body.readAllBytes()))
                    .isInstanceOf(IOException.class);
        }
    }

    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException brokenOff) {
            // as it should be
        }
    }
}
