package io.sollecito.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sollecito.CertificateForTests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedFtpsClientTest {

    @TempDir
    private static Path folder;

    private static Path own;
    private static Path anotherHosts;

    @BeforeAll
    static void certificates() throws Exception {
        own = CertificateForTests.in(folder.resolve("own.p12"), "ip:127.0.0.1");
        anotherHosts = CertificateForTests.in(folder.resolve("another.p12"), "dns:ftp.another.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explicit", "implicit"})
    void a_certificate_of_an_unknown_authority_is_refused_before_the_password(String tls) throws Exception {
        try (FtpsForTests server = server(own, tls)) {
            assertThatThrownBy(() -> connected(server, tls, ""))
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("certification path");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"explicit", "implicit"})
    void a_certificate_of_another_host_is_refused_though_its_authority_is_known(String tls) throws Exception {
        try (FtpsForTests server = server(anotherHosts, tls)) {
            assertThatThrownBy(() -> connected(server, tls, anotherHosts.toString()))
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("127.0.0.1");
        }
    }

    @Test
    void files_never_travel_in_clear() throws Exception {
        try (FtpsForTests server = server(own, "explicit")) {
            CheckedFtpsClient client = connected(server, "explicit", own.toString());
            client.login(FtpsForTests.USER, FtpsForTests.PASSWORD);
            client.enterLocalPassiveMode();

            assertThatThrownBy(() -> client.listFiles("/"))
                    .isInstanceOf(SSLException.class)
                    .hasMessage("files and lists travel by TLS only");

            client.execPBSZ(0);
            client.execPROT("P");
            assertThat(client.listFiles("/")).isEmpty();
            client.execPROT("C");
            assertThatThrownBy(() -> client.listFiles("/")).isInstanceOf(SSLException.class);
            client.disconnect();
        }
    }

    @Test
    void times_of_files_are_told_to_the_second() throws Exception {
        try (FtpsForTests server = server(own, "explicit")) {
            Instant time = Instant.parse("2024-02-29T23:59:58Z");
            Path file = Files.writeString(server.folder("a b.csv"), "x");
            Files.setLastModifiedTime(file, FileTime.from(time));
            CheckedFtpsClient client = connected(server, "explicit", own.toString());
            client.login(FtpsForTests.USER, FtpsForTests.PASSWORD);
            client.enterLocalPassiveMode();
            client.execPBSZ(0);
            client.execPROT("P");

            List<FTPFile> files =
                    Arrays.stream(client.listFiles("/")).filter(FTPFile::isFile).toList();
            assertThat(files).singleElement().satisfies(each -> {
                assertThat(each.getName()).isEqualTo("a b.csv");
                assertThat(each.getTimestampInstant()).isEqualTo(time);
            });
            assertThat(client.listFiles("/a b.csv")).extracting(FTPFile::isFile).contains(true);
            client.disconnect();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_second_connection_to_another_port_takes_up_the_session_of_the_first(String version) throws Exception {
        ExecutorService peers = Executors.newSingleThreadExecutor();
        SSLContext context = CertificateForTests.server(own);
        try (SSLServerSocket first = listening(context, version);
                SSLServerSocket second = listening(context, version)) {
            CheckedFtpsClient client = new CheckedFtpsClient("explicit", own.toString(), CertificateForTests.PASSWORD);
            Instant since = established(client, peers, first, first.getLocalPort());
            Thread.sleep(20);

            assertThat(established(client, peers, second, first.getLocalPort()))
                    .as("the session is as old as the first connection")
                    .isEqualTo(since);
            assertThat(established(client, peers, second, second.getLocalPort()))
                    .as("without the first one's port there is a new one")
                    .isAfter(since);
        } finally {
            peers.shutdownNow();
        }
    }

    @Test
    void tls_is_explicit_or_implicit() {
        assertThatThrownBy(() -> new CheckedFtpsClient("none", "", ""))
                .hasMessage("tls is explicit or implicit, not 'none'");
    }

    /** When the session of a connection was made; both sides have spoken, for sessions are told after the handshake. */
    private static Instant established(
            CheckedFtpsClient client, ExecutorService peers, SSLServerSocket server, int port) throws Exception {
        Future<?> peer = peers.submit(() -> {
            try (SSLSocket accepted = (SSLSocket) server.accept()) {
                accepted.getOutputStream().write(accepted.getInputStream().read());
            }
            return null;
        });
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
        try (SSLSocket socket = client.byTls(plain, "127.0.0.1", port)) {
            socket.getOutputStream().write(1);
            assertThat(socket.getInputStream().read()).isOne();
            peer.get();
            return Instant.ofEpochMilli(socket.getSession().getCreationTime());
        }
    }

    private static SSLServerSocket listening(SSLContext context, String version) throws IOException {
        SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setEnabledProtocols(new String[] {version});
        return server;
    }

    private static FtpsForTests server(Path certificate, String tls) throws Exception {
        return FtpsForTests.start(folder.resolve("root-" + System.nanoTime()), certificate, tls.equals("implicit"));
    }

    private static CheckedFtpsClient connected(FtpsForTests server, String tls, String trustStore) throws Exception {
        CheckedFtpsClient client = new CheckedFtpsClient(tls, trustStore, CertificateForTests.PASSWORD);
        client.connect("127.0.0.1", server.port());
        return client;
    }
}
