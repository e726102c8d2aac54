package io.sollecito.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {

    @Test
    void what_is_given_to_a_socket_leaves_at_once_however_the_socket_was_made() throws IOException {
        PromptSockets sockets = new PromptSockets();
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 5, here)) {
            int port = server.getLocalPort();
            for (Socket socket : List.of(
                    sockets.createSocket(),
                    sockets.createSocket(here.getHostAddress(), port),
                    sockets.createSocket(here.getHostAddress(), port, here, 0),
                    sockets.createSocket(here, port),
                    sockets.createSocket(here, port, here, 0))) {
                try (socket) {
                    assertThat(socket.getTcpNoDelay()).isTrue();
                }
            }
        }
    }

    @Test
    void mails_are_sent_over_such_sockets_encrypted_or_not() {
        try (PooledMailSenderAdapter sender = new PooledMailSenderAdapter()) {
            assertThat(sender.getJavaMailProperties().get("mail.smtp.socketFactory"))
                    .isInstanceOf(PromptSockets.class);
            assertThat(sender.getJavaMailProperties().get("mail.smtp.ssl.socketFactory"))
                    .isInstanceOf(PromptSockets.class);
        }
    }
}
