package io.sollecito.intake.pull;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a route's {@link ApiParameters} mean. */
final class ApiReading {

    private static final long MEGABYTE = 1024L * 1024L;

    private final Map<String, String> texts;
    private final Clock clock;

    ApiReading(Map<String, String> texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when they do not go together */
    Api api() {
        Paging paging = Paging.of(text("paging"));
        ApiUrl url = new ApiUrl(text("url"));
        check(paging, url);
        PageFacts.Places places = new PageFacts.Places(
                pointer("records"),
                paging == Paging.BODY ? pointer("next") : null,
                text("total").isBlank() ? null : pointer("total"),
                paging != Paging.PAGE || text("pages").isBlank() ? null : pointer("pages"));
        long start = text("start").isBlank() ? paging.start() : number("start");
        return new Api(
                text("file"),
                url,
                headers("headers"),
                paging,
                start,
                places,
                login(url),
                DateTimeFormatter.ofPattern(text("sinceFormat"), Locale.ROOT),
                Duration.ofHours(number("overlapHours")),
                new Api.Limits(
                        (int) number("mostPages"),
                        number("mostMegabytes") * MEGABYTE,
                        Duration.ofMinutes(number("mostMinutes")),
                        Duration.ofMillis(number("connectTimeout")),
                        Duration.ofMillis(number("answerTimeout"))));
    }

    private void check(Paging paging, ApiUrl url) {
        for (Paging each : Paging.values()) {
            if (each.variable() != null && url.asks(each.variable()) != (each == paging)) {
                throw new IllegalArgumentException("[[" + each.variable() + "]] belongs into the url when paging is "
                        + each + ", and only then; paging is " + paging);
            }
        }
        if (paging == Paging.BODY && text("next").isBlank()) {
            throw new IllegalArgumentException("paging is body, but next does not say where a page's link is");
        }
    }

    private Login login(ApiUrl url) {
        String kind = text("login").strip();
        if (!kind.equals("none")) {
            URI address = url.of(Map.of());
            refuseInClear(address);
            if (secret().isEmpty()) {
                throw new IllegalArgumentException("login is " + kind + ", but the secret is empty");
            }
        }
        return switch (kind) {
            case "none" -> Login.NONE;
            case "header" -> Login.header(text("header").strip(), text("scheme"), secret());
            case "basic" -> Login.basic(text("user"), secret());
            case "oauth2" -> new AccessToken(client(), Grant.CLIENT, clock);
            case "refresh" -> new AccessToken(client(), new RefreshTokenFile(tokenFile()), clock);
            default ->
                throw new IllegalArgumentException(
                        "login '" + kind + "' is none of " + String.join(", ", ApiParameters.LOGINS));
        };
    }

    private AccessToken.Client client() {
        URI tokenUrl = new ApiUrl(text("tokenUrl")).of(Map.of());
        refuseInClear(tokenUrl);
        return new AccessToken.Client(
                tokenUrl,
                text("user"),
                secret(),
                text("secretIn").strip().equals("body"),
                text("scope"),
                headers("tokenHeaders"));
    }

    private Path tokenFile() {
        if (text("tokenFile").isBlank()) {
            throw new IllegalArgumentException(
                    "login is refresh, but tokenFile does not say where the refresh token is");
        }
        return Path.of(text("tokenFile").strip());
    }

    /** A secret is not sent where everybody can read it, but on this machine. */
    private static void refuseInClear(URI address) {
        boolean here = address.getHost().matches("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
        if (!here && !address.getScheme().equals("https")) {
            throw new IllegalArgumentException("with a login, the address must be https: " + ApiUrl.shown(address));
        }
    }

    private Map<String, String> headers(String parameter) {
        Map<String, String> headers = new LinkedHashMap<>();
        text(parameter).lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon < 1 || !line.substring(0, colon).strip().matches("[A-Za-z0-9-]+")) {
                throw new IllegalArgumentException(parameter + " are written a line each, as Name: value");
            }
            String value = line.substring(colon + 1).strip();
            ApiUrl.filled(value, Map.of());
            headers.put(line.substring(0, colon).strip(), value);
        });
        return headers;
    }

    private JsonPointer pointer(String parameter) {
        try {
            return JsonPointer.compile(text(parameter).strip());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    parameter + " '" + text(parameter) + "' is no JSON Pointer, such as /d/results", wrong);
        }
    }

    /** A route writes RAW(...) around it, so that nothing in it means something to Camel. */
    private String secret() {
        String given = text("secret");
        return given.startsWith("RAW(") && given.endsWith(")") ? given.substring(4, given.length() - 1) : given;
    }

    private long number(String name) {
        String text = text(name).strip();
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(name + " '" + text + "' is no number");
        }
        return Long.parseLong(text);
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }
}
