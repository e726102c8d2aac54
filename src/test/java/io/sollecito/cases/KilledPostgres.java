package io.sollecito.cases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of its own, to be killed hard and started again on its data and its port. */
final class KilledPostgres implements AutoCloseable {

    private static final String LOCK = "epg-lock";

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

    /** kill -9 of all its processes at once. */
    void kill() throws IOException, InterruptedException {
        long first = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
        postmaster.descendants().forEach(all::add);
        all.forEach(ProcessHandle::destroyForcibly);
        for (int wait = 0; wait < 100 && all.stream().anyMatch(ProcessHandle::isAlive); wait++) {
            Thread.sleep(20);
        }
        // The library's own lock is still held by the object of the killed server.
        Files.deleteIfExists(data.resolve(LOCK));
    }

    void restart() throws IOException {
        start();
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
