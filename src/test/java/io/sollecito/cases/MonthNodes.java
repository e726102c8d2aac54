package io.sollecito.cases;

import io.sollecito.app.MonthNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two nodes of one ledger, killed, started again, paused and resumed. */
final class MonthNodes implements AutoCloseable {

    private static final int NODES = 2;

    private final String[] arguments;
    private final Path work;
    private final List<ChildJvm> running = new ArrayList<>();
    private final Set<Long> faulted = new HashSet<>();
    private int paused = -1;
    private long resumeAt;

    /** @param arguments of a node, but for its working folder */
    MonthNodes(Path work, String... arguments) {
        this.work = work;
        this.arguments = arguments;
        for (int node = 0; node < NODES; node++) {
            running.add(start(node));
        }
    }

    /** kill -9 and a new process on the same working folder. */
    void kill(int node) {
        faulted.add(running.get(node).pid());
        if (paused == node) {
            paused = -1;
        }
        running.get(node).kill();
        running.set(node, start(node));
    }

    void killAll() {
        for (int node = 0; node < NODES; node++) {
            kill(node);
        }
    }

    /** SIGSTOP; SIGCONT follows once so much time has passed. */
    void pause(int node, long millis) {
        resume();
        faulted.add(running.get(node).pid());
        running.get(node).pause();
        paused = node;
        resumeAt = System.currentTimeMillis() + millis;
    }

    /** To be called again and again: a pause ends, and a process that ended by itself is started again. */
    void tend() {
        if (paused >= 0 && System.currentTimeMillis() >= resumeAt) {
            resume();
        }
        for (int node = 0; node < NODES; node++) {
            if (!running.get(node).isAlive()) {
                running.set(node, start(node));
            }
        }
    }

    void resume() {
        if (paused >= 0) {
            running.get(paused).resume();
            paused = -1;
        }
    }

    /** Whether somebody works. */
    boolean isAnyReady() {
        for (int node = 0; node < NODES; node++) {
            if (node != paused && running.get(node).said().contains("ready")) {
                return true;
            }
        }
        return false;
    }

    void awaitAll() {
        running.forEach(node -> node.await("ready"));
    }

    /** The processes that were killed or paused, as their claims name them. */
    Set<Long> faulted() {
        return faulted;
    }

    /** The last lines of each, for who has to find out why. */
    String said() {
        StringBuilder said = new StringBuilder();
        for (ChildJvm node : running) {
            List<String> lines = node.said();
            said.append(String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())))
                    .append("\n--\n");
        }
        return said.toString();
    }

    @Override
    public void close() {
        running.forEach(ChildJvm::close);
    }

    private ChildJvm start(int node) {
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = work.resolve("node-" + node).toString();
        return ChildJvm.start(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1"), MonthNode.class, all);
    }
}
