package io.sollecito.intake.pull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks over HTTP, each question once: no redirect, no cookie, no retry of its own; certificates are checked. Headers of
 * answers are bounded. In the end everything is broken off: who sends a byte a minute is patient for years.
 */
final class HttpAsker implements AutoCloseable {

    /** What may be answered better later; 408 and 425 ask for another attempt. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int MOST_HEADERS = 200;

    private final Clock clock;
    private final CloseableHttpClient client;
    private final Timer end = new Timer("end-of-pull", true);

    /**
     * A short answer.
     *
     * @param retryAfter how long the other side asks to be left alone, or null
     */
    record Answer(int status, String text, Duration retryAfter) {}

    /** Takes an answer while it arrives. */
    @FunctionalInterface
    interface Taker<T> {
        T take(int status, Headers headers, InputStream body) throws IOException;
    }

    /** Those of an answer. */
    record Headers(ClassicHttpResponse response, Clock clock) {
        List<String> links() {
            return Arrays.stream(response.getHeaders("Link"))
                    .map(NameValuePair::getValue)
                    .toList();
        }

        /** Null when nothing is said. */
        Duration retryAfter() {
            Header header = response.getFirstHeader("Retry-After");
            String text = header == null ? "" : header.getValue().strip();
            if (text.matches("[0-9]{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            try {
                ZonedDateTime moment = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
                Duration pause = Duration.between(clock.instant(), moment.toInstant());
                return pause.isNegative() ? Duration.ZERO : pause;
            } catch (DateTimeException none) {
                return null;
            }
        }
    }

    /**
     * @param connect for a connection to be made
     * @param answer without a byte of the answer
     * @param all for whatever is asked
     */
    HttpAsker(Duration connect, Duration answer, Duration all, Clock clock) {
        this.clock = clock;
        Timeout patience = Timeout.of(answer.toMillis(), TimeUnit.MILLISECONDS);
        Timeout connecting = Timeout.of(connect.toMillis(), TimeUnit.MILLISECONDS);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_HEADER)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connecting)
                                .setSocketTimeout(patience)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connecting)
                        .setResponseTimeout(patience)
                        .build())
                .setUserAgent("Sollecito")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        end.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        client.close(CloseMode.IMMEDIATE);
                    }
                },
                all.toMillis());
    }

    static boolean isPassing(int status) {
        return status >= 500 || LATER.contains(status);
    }

    <T> T get(URI uri, Map<String, String> headers, Taker<T> taker) throws IOException {
        HttpGet request = new HttpGet(uri);
        request.setHeader("Accept", "application/json");
        return send(request, headers, taker);
    }

    /** Posts a form. */
    Answer post(URI uri, Map<String, String> headers, String form, int largest) throws IOException {
        HttpPost request = new HttpPost(uri);
        request.setHeader("Accept", "application/json");
        request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
        return send(
                request,
                headers,
                (status, answered, body) -> new Answer(
                        status, new String(body.readNBytes(largest), StandardCharsets.UTF_8), answered.retryAfter()));
    }

    private <T> T send(HttpUriRequestBase request, Map<String, String> headers, Taker<T> taker) throws IOException {
        headers.forEach(request::setHeader);
        return client.execute(request, response -> {
            Headers answered = new Headers(response, clock);
            if (response.getEntity() == null) {
                return taker.take(response.getCode(), answered, InputStream.nullInputStream());
            }
            return taker.take(response.getCode(), answered, response.getEntity().getContent());
        });
    }

    @Override
    public void close() throws IOException {
        end.cancel();
        client.close();
    }
}
