package io.sollecito.intake.pull;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** An ERP's API: a real HTTP server in the process. It answers each question as prepared, else with 404. */
public final class ErpApi implements AutoCloseable {

    /** One that was asked; {@code question} is the path with the query. */
    public record Asked(String question, Headers headers, String body) {
        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** @param cutAfter bytes of the body; then the connection is closed. Negative: never, or there is no answer at all */
    private record Answer(int status, Map<String, String> headers, byte[] body, int cutAfter) {}

    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    private static final int SILENT = -2;

    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public ErpApi() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
    }

    /** Over HTTPS. */
    ErpApi(SSLContext certificate) throws IOException {
        this(https(certificate));
    }

    private ErpApi(HttpServer server) {
        this.server = server;
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer https(SSLContext certificate) throws IOException {
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        https.setHttpsConfigurator(new HttpsConfigurator(certificate));
        return https;
    }

    /** What the template gives a route that says no more than that. */
    public static ApiParameters parameters(String url) {
        ApiParameters api = new ApiParameters();
        api.setUrl(url);
        api.setFile("export.json");
        api.setPaging("none");
        api.setLogin("none");
        api.setHeader("Authorization");
        api.setScheme("Bearer");
        api.setSecretIn("header");
        api.setSinceFormat("uuuu-MM-dd'T'HH:mm:ssX");
        api.setOverlapHours("24");
        api.setMostPages("100");
        api.setMostMegabytes("10");
        api.setMostMinutes("10");
        api.setConnectTimeout("5000");
        api.setAnswerTimeout("5000");
        return api;
    }

    public String url(String question) {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort() + question;
    }

    /** The last answer to a question is given again and again. */
    public ErpApi on(String question, String json) {
        return on(question, 200, Map.of(), json);
    }

    public ErpApi on(String question, int status, Map<String, String> headers, String body) {
        return on(question, new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8), -1));
    }

    /** The connection breaks after so many bytes. */
    public ErpApi cut(String question, String body, int after) {
        return on(question, new Answer(200, Map.of(), body.getBytes(StandardCharsets.UTF_8), after));
    }

    /** Nothing comes. */
    public ErpApi silent(String question) {
        return on(question, new Answer(200, Map.of(), new byte[0], SILENT));
    }

    public List<String> questions() {
        return asked.stream().map(Asked::question).toList();
    }

    private ErpApi on(String question, Answer answer) {
        answers.computeIfAbsent(question, any -> new ArrayDeque<>()).add(answer);
        return this;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String question = exchange.getRequestURI().toString();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(question, exchange.getRequestHeaders(), body));
        Answer answer = next(question);
        if (answer.cutAfter() == SILENT) {
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        try (exchange) {
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            int bytes = answer.cutAfter() < 0 ? answer.body().length : answer.cutAfter();
            exchange.getResponseBody().write(answer.body(), 0, bytes);
            exchange.getResponseBody().flush();
        }
    }

    private Answer next(String question) {
        Deque<Answer> prepared = answers.getOrDefault(question, new ArrayDeque<>());
        synchronized (prepared) {
            if (prepared.isEmpty()) {
                return new Answer(404, Map.of(), new byte[0], -1);
            }
            return prepared.size() > 1 ? prepared.poll() : prepared.peek();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
