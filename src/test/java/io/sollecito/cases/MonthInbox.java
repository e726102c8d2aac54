package io.sollecito.cases;

import io.sollecito.cases.MonthBooks.Delivery;
import io.sollecito.demo.servers.SftpWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The folders that the nodes poll, watched: each file's moment is the one at which it was seen to be done with. */
final class MonthInbox implements AutoCloseable {

    private final SftpWorld sftp;
    private final Map<String, Path> waiting = new ConcurrentHashMap<>();
    private final Map<String, Long> taken = new ConcurrentHashMap<>();
    private final Thread watcher = new Thread(this::watch, "month-inbox");
    private volatile boolean closed;

    MonthInbox(SftpWorld sftp) {
        this.sftp = sftp;
        watcher.start();
    }

    void put(Delivery file, Instant time) {
        sftp.put(file.folder(), file.name(), file.content(), time);
        waiting.put(file.name(), sftp.folder(file.folder()).resolve(".done").resolve(file.name()));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean isEmpty(String name) {
        Path there = sftp.folder(name);
        return waiting.values().stream().noneMatch(done -> done.startsWith(there));
    }

    /** The files that were taken since the last call, with their moments in milliseconds. */
    Map<String, Long> taken() {
        Map<String, Long> since = new HashMap<>(taken);
        taken.keySet().removeAll(since.keySet());
        return since;
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }

    private void watch() {
        try {
            while (!closed) {
                waiting.forEach((name, done) -> {
                    if (Files.exists(done)) {
                        taken.put(name, System.currentTimeMillis());
                        waiting.remove(name);
                    }
                });
                Thread.sleep(5);
            }
        } catch (InterruptedException over) {
            // closed
        }
    }
}
