package io.sollecito.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sollecito.cli.Caller;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.SmartLifecycle;
import picocli.CommandLine;

/**
 * Where {@code hub} calls on the ledger go while the hub runs: they are answered by the same commands, in this process.
 * It listens on the loopback address only, and a caller must know the token in a file that only the hub's user can read.
 */
final class LoopbackEndpoint implements SmartLifecycle, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_CALL = 24 * 1024 * 1024;
    private static final int AS_LONG_AS_IT_GETS = 0;

    private final Path announcement;
    private final String token;
    private final CommandFactory commands;
    private HttpServer server;
    private ExecutorService workers;

    /** Makes the command line for one call. */
    @FunctionalInterface
    interface CommandFactory {
        CommandLine commandLine(Caller caller);
    }

    /** @param announcement the file that says how it is reached */
    LoopbackEndpoint(Path announcement, CommandFactory commands) {
        this.commands = commands;
        this.announcement = announcement.toAbsolutePath();
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.token = HexFormat.of().formatHex(secret);
    }

    @Override
    public void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            workers = Executors.newFixedThreadPool(4, work -> {
                Thread thread = new Thread(work, "hub-endpoint");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(workers);
            server.createContext("/call", this::answer);
            server.start();
            announce();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Written aside and moved into place: who reads it reads it whole. */
    private void announce() throws IOException {
        Path folder = announcement.getParent();
        Files.createDirectories(folder);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] onlyOurs = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path partial = Files.createTempFile(folder, "hub-endpoint-", null, onlyOurs);
        Files.writeString(partial, announced());
        Files.move(partial, announcement, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String announced() {
        return JSON.createObjectNode()
                .put("port", server.getAddress().getPort())
                .put("token", token)
                .toString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!authorized(exchange)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_CALL + 1);
            if (body.length > LARGEST_CALL) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            JsonNode call;
            try {
                call = JSON.readTree(body);
            } catch (JsonProcessingException notJson) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
            exchange.sendResponseHeaders(200, AS_LONG_AS_IT_GETS);
            execute(call, new AnswerLines(exchange.getResponseBody()));
        }
    }

    private void execute(JsonNode call, AnswerLines answer) throws IOException {
        List<String> arguments = new ArrayList<>();
        call.path("arguments").forEach(argument -> arguments.add(argument.asText()));
        Caller caller =
                Caller.remote(call.path("user").asText(null), call.path("text").asText(null));
        PrintWriter out = answer.writer("out");
        PrintWriter err = answer.writer("err");
        int status = commands.commandLine(caller).setOut(out).setErr(err).execute(arguments.toArray(String[]::new));
        out.flush();
        err.flush();
        answer.status(status);
    }

    private boolean authorized(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return "POST".equals(exchange.getRequestMethod())
                && given != null
                && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }

    /** Another hub that has announced itself meanwhile stays announced. */
    @Override
    public void stop() {
        server.stop(1);
        workers.shutdown();
        try {
            if (Files.exists(announcement) && Files.readString(announcement).equals(announced())) {
                Files.delete(announcement);
            }
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        } finally {
            server = null;
        }
    }

    /** Whether or not the whole hub had started. */
    @Override
    public void close() {
        if (isRunning()) {
            stop();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** After everything has started, and stopped before it. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
