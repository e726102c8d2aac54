package io.sollecito.intake.pull;

import io.sollecito.model.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;

/** Asks for pages, and again after growing pauses when that may help. */
final class PageRequests {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));

    /** Who asks for more is asked again by the next poll. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int NO_CONTENT = 204;
    private static final int LARGEST_REFUSAL = 8 * 1024;

    private final Api api;
    private final HttpAsker http;
    private final Map<String, String> headers;
    private final Pull.Pause pause;

    PageRequests(Api api, HttpAsker http, Map<String, String> headers, Pull.Pause pause) {
        this.api = api;
        this.http = http;
        this.headers = headers;
        this.pause = pause;
    }

    /** @param number of the page, from 1, for people */
    Pull.Page take(URI uri, int number, PageFile pages) throws IOException {
        for (int attempt = 0; ; attempt++) {
            pages.checkTime();
            ApiFailure failure;
            try {
                return ask(uri, pages);
            } catch (ApiFailure failed) {
                failure = failed;
            } catch (SSLException untrusted) {
                throw told(uri, number, untrusted.getMessage());
            } catch (IOException broken) {
                failure = ApiFailure.passing(reason(broken));
            }
            Duration wait = attempt < PAUSES.size() ? PAUSES.get(attempt) : null;
            if (wait != null && failure.pause() != null && failure.pause().compareTo(wait) > 0) {
                wait = failure.pause();
            }
            if (!failure.isPassing() || wait == null || wait.compareTo(LONGEST_PAUSE) > 0) {
                throw told(uri, number, failure.getMessage());
            }
            rest(wait);
        }
    }

    private Pull.Page ask(URI uri, PageFile pages) throws IOException {
        Pull.Page page = ask(uri, pages, true);
        return page == null ? ask(uri, pages, false) : page;
    }

    /** @return null when the log-in was refused and another may be accepted */
    private Pull.Page ask(URI uri, PageFile pages, boolean mayRenew) throws IOException {
        Map<String, String> login = api.login().headers(http);
        Map<String, String> with = new HashMap<>(headers);
        with.putAll(login);
        return http.get(uri, with, (status, answered, body) -> {
            if (status == NO_CONTENT) {
                return new Pull.Page(PageFacts.EMPTY, answered.links());
            }
            if (status == OK) {
                return new Pull.Page(pages.take(body), answered.links());
            }
            if (status == UNAUTHORIZED && mayRenew && api.login().renew()) {
                return null;
            }
            throw refused(status, answered, body, login.values());
        });
    }

    /** @param secrets that the answer may repeat and that are not told */
    private static ApiFailure refused(
            int status, HttpAsker.Headers answered, InputStream body, Collection<String> secrets) throws IOException {
        if (status >= 300 && status < 400) {
            return ApiFailure.lasting("answered " + status + ": write the address that it leads to, none is followed");
        }
        String answer = new String(body.readNBytes(LARGEST_REFUSAL), StandardCharsets.UTF_8);
        for (String value : secrets) {
            answer = answer.replace(value, "...").replace(value.substring(value.lastIndexOf(' ') + 1), "...");
        }
        String message = "answered " + status + (answer.isBlank() ? "" : ": " + OneLine.of(answer, 200));
        return HttpAsker.isPassing(status)
                ? ApiFailure.busy(message, answered.retryAfter())
                : ApiFailure.lasting(message);
    }

    private static ApiFailure told(URI uri, int number, String reason) {
        return ApiFailure.lasting(ApiUrl.shown(uri) + ", page " + number + ": " + reason);
    }

    private static String reason(IOException broken) {
        return broken.getMessage() == null ? broken.getClass().getSimpleName() : OneLine.of(broken.getMessage(), 200);
    }

    private void rest(Duration wait) throws InterruptedIOException {
        try {
            pause.of(wait);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the hub is stopping");
        }
    }
}
