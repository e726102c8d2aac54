package io.sollecito.cases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL of its own, to be killed hard and started again on its data and its port. */
final class KilledPostgres implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    KilledPostgres(Path data) throws IOException {
        this.data = data;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        start();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** kill -9 of its first process; the others follow by themselves. */
    void kill() throws IOException, InterruptedException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        new ProcessBuilder("kill", "-9", pid).start().waitFor();
    }

    void restart() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                start();
                return;
            } catch (IOException | IllegalStateException othersStillEnd) {
                if (attempt == 20) {
                    throw new AssertionError("PostgreSQL does not start again", othersStillEnd);
                }
                Thread.sleep(300);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** As safe as in production against the death of its processes: what it acknowledged is in the log. */
    private void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setRegisterShutdownHook(false)
                .setServerConfig("synchronous_commit", "on")
                .start();
    }
}
