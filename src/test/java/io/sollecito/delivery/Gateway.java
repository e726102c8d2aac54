package io.sollecito.delivery;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server in the process that answers with the prepared statuses first, then with 200 and an id. */
public final class Gateway implements AutoCloseable {

    /** Instead of a status: the connection is closed without an answer. */
    public static final int CUT = -1;

    /** Instead of a status: nothing comes. */
    public static final int SILENT = -2;

    public record Request(String path, Headers headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    public final List<Request> requests = new CopyOnWriteArrayList<>();
    public final Deque<Integer> statuses = new ArrayDeque<>();
    public String answer = "{\"id\": \"theirs-%d\"}";
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public Gateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Integer status;
        synchronized (statuses) {
            requests.add(new Request(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
            status = statuses.pollFirst();
        }
        if (status != null && status == SILENT) {
            return;
        }
        if (status == null || status != CUT) {
            byte[] text = answer.formatted(requests.size()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", url("/elsewhere"));
            exchange.sendResponseHeaders(status == null ? 200 : status, text.length);
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
