package io.sollecito.intake.pull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes all pages of an API into one file, one JSON value after another. An export is all of its pages or nothing: whatever
 * is missing, odd or too much ends it with an {@link ApiFailure}.
 */
public final class Pull {

    /** Lets time pass before an API is asked again. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** Who is asked once more when the time is up is told so, and not that the connection is closed. */
    private static final Duration A_LITTLE = Duration.ofSeconds(1);

    private final Api api;
    private final Clock clock;
    private final Pause pause;

    public Pull(ApiParameters parameters, Clock clock, Pause pause) {
        this.api = parameters.api(clock);
        this.clock = clock;
        this.pause = pause;
    }

    public Api api() {
        return api;
    }

    /**
     * @param file where the pages go; it is there and empty
     * @param mark when the last export began that was applied
     */
    public void into(Path file, Instant mark) throws IOException {
        Map<String, String> values = new HashMap<>();
        values.put("since", api.since(mark));
        try (HttpAsker http = asker();
                PageFile pages = new PageFile(file, api)) {
            walk(new PageRequests(api, http, headers(values), pause), pages, values);
        }
    }

    private HttpAsker asker() {
        Api.Limits limits = api.limits();
        return new HttpAsker(limits.connect(), limits.answer(), limits.all().plus(A_LITTLE), clock);
    }

    private void walk(PageRequests requests, PageFile pages, Map<String, String> values) throws IOException {
        Set<URI> asked = new HashSet<>();
        Progress progress = new Progress(api, values);
        URI next = progress.first();
        while (next != null) {
            if (asked.size() == api.limits().pages()) {
                throw ApiFailure.lasting("there are more than " + api.limits().pages() + " pages");
            }
            if (!asked.add(next)) {
                throw ApiFailure.lasting("page " + asked.size() + " leads back to one that was read");
            }
            next = progress.after(next, requests.take(next, asked.size(), pages));
        }
        progress.finish();
    }

    private Map<String, String> headers(Map<String, String> values) {
        Map<String, String> headers = new HashMap<>();
        api.headers().forEach((name, value) -> headers.put(name, ApiUrl.filled(value, values)));
        return headers;
    }

    /**
     * A page that was taken.
     *
     * @param links its headers {@code Link}
     */
    record Page(PageFacts facts, List<String> links) {}
}
