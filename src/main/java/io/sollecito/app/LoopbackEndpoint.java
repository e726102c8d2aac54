package io.sollecito.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sollecito.cli.RunningHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import picocli.CommandLine;

/**
 * Where {@code hub} calls on the ledger go while the hub runs: they are answered by the same commands, in this process.
 * It listens on the loopback address only, and a caller must know the token in a file that only the hub's user can read.
 */
public final class LoopbackEndpoint implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_CALL = 64 * 1024;

    private final HttpServer server;
    private final Path announcement;
    private final String token;
    private final CommandFactory commands;

    /** Makes the command line for one call. */
    @FunctionalInterface
    interface CommandFactory {
        CommandLine commandLine();
    }

    LoopbackEndpoint(Path data, CommandFactory commands) {
        this.commands = commands;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.token = HexFormat.of().formatHex(secret);
        this.announcement = RunningHub.announcement(data);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            server.setExecutor(Executors.newFixedThreadPool(4, work -> {
                Thread thread = new Thread(work, "hub-endpoint");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/call", this::answer);
            announce();
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void announce() throws IOException {
        Files.createDirectories(announcement.getParent());
        Files.deleteIfExists(announcement);
        if (Files.getFileStore(announcement.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(
                    announcement, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        String text = JSON.createObjectNode()
                .put("port", server.getAddress().getPort())
                .put("token", token)
                .toString();
        Files.writeString(announcement, text);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!authorized(exchange)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            JsonNode call = JSON.readTree(exchange.getRequestBody().readNBytes(LARGEST_CALL));
            List<String> arguments = new ArrayList<>();
            call.path("arguments").forEach(argument -> arguments.add(argument.asText()));
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int status = commands.commandLine()
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(arguments.toArray(String[]::new));
            byte[] answer = JSON.createObjectNode()
                    .put("status", status)
                    .put("out", out.toString())
                    .put("err", err.toString())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private boolean authorized(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return "POST".equals(exchange.getRequestMethod())
                && given != null
                && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(1);
        try {
            Files.deleteIfExists(announcement);
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }
}
