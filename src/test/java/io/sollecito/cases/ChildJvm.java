package io.sollecito.cases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that runs one class of the test class path, without Spring and Camel; killed when it is closed. */
final class ChildJvm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private ChildJvm(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "child-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    static ChildJvm start(Class<?> main, String... arguments) {
        return start(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"), main, arguments);
    }

    /** No file that it writes may grow beyond so many kilobytes. */
    static ChildJvm underLimit(int kilobytes, Class<?> main, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "ulimit -f " + 2 * kilobytes + " && exec \"$@\"", "sh"));
        command.addAll(command(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"), main, arguments));
        return run(command);
    }

    static ChildJvm start(List<String> options, Class<?> main, String... arguments) {
        return run(command(options, main, arguments));
    }

    private static List<String> command(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto", "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    private static ChildJvm run(List<String> command) {
        try {
            return new ChildJvm(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Everything that it has said so far. */
    synchronized List<String> said() {
        return List.copyOf(lines);
    }

    /** Waits for a line that begins so; fails when the process ends without it. */
    String await(String beginning) {
        return await(beginning, 1).get(0);
    }

    /** Waits for so many lines that begin so; fails when the process ends without them. */
    synchronized List<String> await(String beginning, int times) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<String> found =
                    lines.stream().filter(line -> line.startsWith(beginning)).toList();
            if (found.size() >= times) {
                return found;
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (ended || left <= 0) {
                throw new AssertionError("the child did not say '" + beginning + "' but:\n" + String.join("\n", lines));
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: no hook runs, no buffer is written. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Stops its time as a paused machine does. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    int exitStatus() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the child does not end:\n" + String.join("\n", said()));
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("kill -" + name + " ended with " + status);
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                hear(line);
            }
        } catch (IOException killed) {
            // what it said until then counts
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private synchronized void hear(String line) {
        lines.add(line);
        notifyAll();
    }
}
