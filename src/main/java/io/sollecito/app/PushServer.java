package io.sollecito.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sollecito.intake.WorkingCopies;
import io.sollecito.ledger.connections.Connections;
import io.sollecito.ledger.exports.Taken;
import io.sollecito.model.OneLine;
import io.sollecito.model.RootCause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where others send files to: {@code PUT /exports/CONNECTION/FILE}. It listens while a route has a door. Who does not know a
 * door's secret learns nothing, not even whether there is one.
 */
public final class PushServer {

    private static final Logger LOG = LoggerFactory.getLogger(PushServer.class);
    private static final int AT_A_TIME = 8;
    private static final int SECONDS_TO_END = 30;
    private static final PushAnswer AGAIN = PushAnswer.problem(
            503, "The file could not be taken now. Nothing was: send it again later.", Map.of("Retry-After", "60"));

    static {
        // For the JDK's server: who takes longer to send a request is cut off. Without it, eight slow ones keep all
        // others out.
        if (System.getProperty("sun.net.httpserver.maxReqTime") == null) {
            System.setProperty("sun.net.httpserver.maxReqTime", "1800");
        }
    }

    /** Takes a file. */
    @FunctionalInterface
    interface Receiver {
        /** @param modified in milliseconds */
        Taken take(Path copy, String name, long modified) throws Exception;
    }

    record Door(String connection, BearerToken token, long mostBytes, Receiver receiver) {}

    private final InetSocketAddress address;
    private final WorkingCopies copies;
    private final Connections connections;
    private final FreeSpace space;
    private final Clock clock;
    private final Map<String, Door> doors = new ConcurrentHashMap<>();
    private final Semaphore underWay = new Semaphore(AT_A_TIME);
    private HttpServer server;
    private ExecutorService workers;

    PushServer(InetSocketAddress address, WorkingCopies copies, Connections connections, FreeSpace space, Clock clock) {
        this.address = address;
        this.copies = copies;
        this.connections = connections;
        this.space = space;
        this.clock = clock;
    }

    /** Makes the connection known and its door open. */
    synchronized void open(Connections.Connection connection, Door door) throws IOException {
        connections.declare(connection);
        doors.put(door.connection(), door);
        if (server == null) {
            server = HttpServer.create(address, 64);
            workers = Executors.newFixedThreadPool(AT_A_TIME);
            server.setExecutor(workers);
            server.createContext("/", this::answer);
            server.start();
            LOG.info("files may be sent to {}", server.getAddress());
        }
    }

    /** What is under way is taken to its end. */
    synchronized void close(String connection) {
        doors.remove(connection);
        if (doors.isEmpty() && server != null) {
            awaitThoseUnderWay();
            server.stop(0);
            workers.shutdown();
            server = null;
        }
    }

    /** The JDK's server would wait for as long as it may, also for nobody. */
    private void awaitThoseUnderWay() {
        try {
            if (!underWay.tryAcquire(AT_A_TIME, SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("files that are being sent still are cut off");
            } else {
                underWay.release(AT_A_TIME);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where it listens, or -1. */
    synchronized int port() {
        return server == null ? -1 : server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        underWay.acquireUninterruptibly();
        try (exchange) {
            PushAnswer answer = doors.isEmpty() ? AGAIN : answered(exchange);
            byte[] body = answer.bytes();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } finally {
            underWay.release();
        }
    }

    private PushAnswer answered(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getRawPath().split("/", -1);
        boolean place = path.length == 4 && path[1].equals("exports");
        Door door = place ? doors.get(decoded(path[2])) : null;
        if (door == null || !door.token().isIn(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return PushAnswer.problem(
                    401,
                    "Send the connection's secret in the header Authorization.",
                    Map.of("WWW-Authenticate", "Bearer"));
        }
        Optional<PushAnswer> refusal = new PushRequest(exchange, door.mostBytes()).refusal(decoded(path[3]));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<String> shortage = space.shortage();
        if (shortage.isPresent()) {
            return later(door, shortage.get());
        }
        return received(exchange, door, decoded(path[3]));
    }

    private PushAnswer received(HttpExchange exchange, Door door, String name) throws IOException {
        long modified = modified(exchange);
        Path copy = copies.create();
        try {
            long bytes = copied(exchange.getRequestBody(), copy, door.mostBytes());
            if (bytes > door.mostBytes()) {
                return PushRequest.tooLarge(door.mostBytes());
            }
            if (bytes == 0) {
                return PushAnswer.problem(400, "The file is empty. Send its bytes as the body of the request.");
            }
            String declared = exchange.getRequestHeaders().getFirst("Content-Length");
            if (declared != null && Long.parseLong(declared.strip()) != bytes) {
                return PushAnswer.problem(400, "Of " + declared + " bytes, " + bytes + " came: nothing was taken.");
            }
            return taken(door, copy, name, modified);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private PushAnswer taken(Door door, Path copy, String name, long modified) {
        try {
            Taken taken = door.receiver().take(copy, name, modified);
            connections.pollSucceeded(door.connection(), false);
            return PushAnswer.taken(taken);
        } catch (Exception failed) {
            Throwable root = RootCause.of(failed);
            return later(door, OneLine.of(root.getMessage() == null ? root.toString() : root.getMessage(), 500));
        }
    }

    /** Why is told to people here: who sends files has no use for it. */
    private PushAnswer later(Door door, String reason) {
        LOG.warn("connection {} could not take a file: {}", door.connection(), reason);
        try {
            connections.pollFailed(door.connection(), reason, null);
        } catch (RuntimeException ledgerGone) {
            LOG.warn("connection {}: the ledger does not answer: {}", door.connection(), ledgerGone.toString());
        }
        return AGAIN;
    }

    /** @return how many bytes came, at most one more than allowed */
    private static long copied(InputStream body, Path copy, long most) throws IOException {
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = body.read(buffer); n >= 0 && bytes <= most; n = body.read(buffer)) {
                out.write(buffer, 0, n);
                bytes += n;
            }
        }
        return bytes;
    }

    /** When the file's facts were true, if who sends it says so, else now. */
    private long modified(HttpExchange exchange) {
        String said = exchange.getRequestHeaders().getFirst("Last-Modified");
        try {
            return said == null
                    ? clock.millis()
                    : ZonedDateTime.parse(said.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()
                            .toEpochMilli();
        } catch (DateTimeException unclear) {
            return clock.millis();
        }
    }

    /** The empty text when it cannot be decoded. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
