package io.sollecito.intake.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A token of OAuth 2.0 (RFC 6749) that is kept until shortly before it expires. What the token's
 * server says is not repeated, but for its error code: it may hold what must not be told.
 */
final class AccessToken implements Login {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final Duration UNSAID = Duration.ofMinutes(5);
    private static final Duration SHORTLY_BEFORE = Duration.ofSeconds(60);

    private final Client client;
    private final Grant grant;
    private final Clock clock;
    private String token;
    private Instant until = Instant.MIN;

    /**
     * @param inBody whether id and secret stand in the form and not in a header
     * @param scope blank: as the server decides
     * @param headers that the server wants besides
     */
    record Client(URI tokenUrl, String id, String secret, boolean inBody, String scope, Map<String, String> headers) {
        @Override
        public String toString() {
            return "client " + id;
        }
    }

    AccessToken(Client client, Grant grant, Clock clock) {
        this.client = client;
        this.grant = grant;
        this.clock = clock;
    }

    @Override
    public synchronized Map<String, String> headers(HttpAsker http) throws IOException {
        if (token == null || !clock.instant().isBefore(until)) {
            fetch(http);
        }
        return Map.of("Authorization", "Bearer " + token);
    }

    @Override
    public synchronized boolean renew() {
        token = null;
        return true;
    }

    private void fetch(HttpAsker http) throws IOException {
        Instant asked = clock.instant();
        token = null;
        HttpAsker.Answer answer = http.post(client.tokenUrl(), headers(), form(), LARGEST_ANSWER);
        JsonNode said = json(answer.text());
        if (answer.status() != 200) {
            throw refused(answer, said.path("error").asText(""));
        }
        String given = said.path("access_token").asText("");
        if (!isToken(given)) {
            throw ApiFailure.lasting(named() + " gave no access_token");
        }
        long seconds = said.path("expires_in").asLong(UNSAID.toSeconds());
        Duration lifetime = Duration.ofSeconds(Math.min(Math.max(seconds, 0), 86_400));
        Duration early = lifetime.dividedBy(5).compareTo(SHORTLY_BEFORE) < 0 ? lifetime.dividedBy(5) : SHORTLY_BEFORE;
        grant.renewed(said.path("refresh_token").asText(""));
        until = asked.plus(lifetime).minus(early);
        token = given;
    }

    private ApiFailure refused(HttpAsker.Answer answer, String error) {
        String message = named() + " answered " + answer.status() + (error.matches("[a-z_]{1,60}") ? ": " + error : "");
        return HttpAsker.isPassing(answer.status())
                ? ApiFailure.busy(message, answer.retryAfter())
                : ApiFailure.lasting(message);
    }

    /** What may stand in a header. */
    static boolean isToken(String text) {
        return text.matches("[\\x21-\\x7e]+");
    }

    private String named() {
        return "the token's server " + ApiUrl.shown(client.tokenUrl());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException none) {
            return JSON.createObjectNode();
        }
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>(client.headers());
        if (!client.inBody()) {
            headers.put("Authorization", Login.basicValue(encoded(client.id()), encoded(client.secret())));
        }
        return headers;
    }

    private String form() throws IOException {
        Map<String, String> fields = new TreeMap<>(grant.fields());
        if (client.inBody()) {
            fields.put("client_id", client.id());
            fields.put("client_secret", client.secret());
        }
        if (!client.scope().isBlank()) {
            fields.put("scope", client.scope().strip());
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
