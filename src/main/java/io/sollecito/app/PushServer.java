package io.sollecito.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where others send to: files to {@code /exports/CONNECTION/FILE}, delivery reports to {@code /receipts/CONNECTION}. It
 * listens while a route has a door. Who does not know a door's secret learns nothing, not even whether there is one.
 */
public final class PushServer {

    private static final Logger LOG = LoggerFactory.getLogger(PushServer.class);

    /** Who sends slowly what it may not send, or only the beginning of it, keeps one of these and nobody else out. */
    private static final int CONNECTIONS = 64;

    private static final int AT_A_TIME = 8;
    private static final int SECONDS_TO_END = 30;

    static {
        // For the JDK's server: who takes longer to send a request is cut off. Without it, slow ones keep all others
        // out.
        if (System.getProperty("sun.net.httpserver.maxReqTime") == null) {
            System.setProperty("sun.net.httpserver.maxReqTime", "1800");
        }
    }

    /** Where one connection's senders come in. */
    @FunctionalInterface
    interface Door {
        /** @param name what the address says after the connection's, or the empty text; it is data and never part of a path */
        PushAnswer answer(HttpExchange exchange, String name) throws IOException;
    }

    private final InetSocketAddress address;
    private final Map<String, Door> doors = new ConcurrentHashMap<>();
    private final Semaphore underWay = new Semaphore(CONNECTIONS);
    private final Semaphore atDoors = new Semaphore(AT_A_TIME);
    private HttpServer server;
    private ExecutorService workers;

    PushServer(InetSocketAddress address) {
        this.address = address;
    }

    /** @param place such as exports/CONNECTION */
    synchronized void open(String place, Door door) throws IOException {
        doors.put(place, door);
        if (server == null) {
            server = HttpServer.create(address, 64);
            workers = Executors.newFixedThreadPool(CONNECTIONS);
            server.setExecutor(workers);
            server.createContext("/", this::answer);
            server.start();
            LOG.info("files and reports may be sent to {}", server.getAddress());
        }
    }

    /** What is under way is taken to its end. */
    synchronized void close(String place) {
        doors.remove(place);
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
            if (!underWay.tryAcquire(CONNECTIONS, SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("what is being sent still is cut off");
            } else {
                underWay.release(CONNECTIONS);
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
            PushAnswer answer = doors.isEmpty() ? PushAnswer.AGAIN : answered(exchange);
            byte[] body = answer.bytes();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } finally {
            underWay.release();
        }
    }

    private PushAnswer answered(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getRawPath().split("/", -1);
        Door door = path.length < 3 ? null : doors.get(path[1] + "/" + decoded(path[2]));
        String name = path.length == 4 ? decoded(path[3]) : "";
        if (door == null || path.length > 4) {
            return PushAnswer.UNAUTHORIZED;
        }
        atDoors.acquireUninterruptibly();
        try {
            return door.answer(exchange, name);
        } finally {
            atDoors.release();
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
