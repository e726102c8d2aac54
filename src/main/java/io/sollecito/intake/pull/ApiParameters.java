package io.sollecito.intake.pull;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parameters of {@code routes/templates/erp-http}, as a route gives them; its comments explain each. */
public final class ApiParameters {

    /** How a route may log in. */
    public static final List<String> LOGINS = List.of("none", "header", "basic", "oauth2");

    /** Where a server of tokens may want a client's id and secret. */
    public static final List<String> SECRET_IN = List.of("header", "body");

    private static final long MEGABYTE = 1024L * 1024L;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private Api api;

    /** For who sets them one by one. */
    public ApiParameters() {}

    /** All of them by their names. */
    public ApiParameters(Map<String, String> values) {
        texts.putAll(values);
    }

    /**
     * Whether they go together.
     *
     * @param delivers of the route
     * @throws IllegalArgumentException when they do not
     */
    public void check(String delivers) {
        read(Clock.systemUTC()).checkDelivers(delivers);
    }

    /** Themselves, for the route to hand on. */
    public ApiParameters given() {
        return this;
    }

    /**
     * What they mean. Asked again, it is the same: a log-in's token outlives one export.
     *
     * @throws IllegalArgumentException when they do not go together
     */
    synchronized Api api(Clock clock) {
        if (api == null) {
            api = read(clock);
        }
        return api;
    }

    private Api read(Clock clock) {
        Paging paging = Paging.of(text("paging"));
        ApiUrl url = new ApiUrl(text("url"));
        for (Paging each : Paging.values()) {
            if (each.variable() != null && url.asks(each.variable()) != (each == paging)) {
                throw new IllegalArgumentException("[[" + each.variable() + "]] belongs into the url when paging is "
                        + each + ", and only then; paging is " + paging);
            }
        }
        if (paging == Paging.BODY && text("next").isBlank()) {
            throw new IllegalArgumentException("paging is body, but next does not say where a page's link is");
        }
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
                login(url, clock),
                DateTimeFormatter.ofPattern(text("sinceFormat"), Locale.ROOT),
                Duration.ofHours(number("overlapHours")),
                new Api.Limits(
                        (int) Math.min(Integer.MAX_VALUE, number("mostPages")),
                        number("mostMegabytes") * MEGABYTE,
                        Duration.ofMinutes(number("mostMinutes")),
                        Duration.ofMillis(number("connectTimeout")),
                        Duration.ofMillis(number("answerTimeout"))));
    }

    private Login login(ApiUrl url, Clock clock) {
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
            case "oauth2" -> new ClientCredentials(client(), clock);
            default ->
                throw new IllegalArgumentException("login '" + kind + "' is none of " + String.join(", ", LOGINS));
        };
    }

    private ClientCredentials.Client client() {
        URI tokenUrl = new ApiUrl(text("tokenUrl")).of(Map.of());
        refuseInClear(tokenUrl);
        return new ClientCredentials.Client(
                tokenUrl,
                text("user"),
                secret(),
                text("secretIn").strip().equals("body"),
                text("scope"),
                headers("tokenHeaders"));
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

    public void setUrl(String value) {
        texts.put("url", value);
    }

    public void setFile(String value) {
        texts.put("file", value);
    }

    public void setHeaders(String value) {
        texts.put("headers", value);
    }

    public void setPaging(String value) {
        texts.put("paging", value);
    }

    public void setRecords(String value) {
        texts.put("records", value);
    }

    public void setNext(String value) {
        texts.put("next", value);
    }

    public void setPages(String value) {
        texts.put("pages", value);
    }

    public void setTotal(String value) {
        texts.put("total", value);
    }

    public void setStart(String value) {
        texts.put("start", value);
    }

    public void setLogin(String value) {
        texts.put("login", value);
    }

    public void setUser(String value) {
        texts.put("user", value);
    }

    public void setSecret(String value) {
        texts.put("secret", value);
    }

    public void setHeader(String value) {
        texts.put("header", value);
    }

    public void setScheme(String value) {
        texts.put("scheme", value);
    }

    public void setTokenUrl(String value) {
        texts.put("tokenUrl", value);
    }

    public void setTokenHeaders(String value) {
        texts.put("tokenHeaders", value);
    }

    public void setScope(String value) {
        texts.put("scope", value);
    }

    public void setSecretIn(String value) {
        texts.put("secretIn", value);
    }

    public void setSinceFormat(String value) {
        texts.put("sinceFormat", value);
    }

    public void setOverlapHours(String value) {
        texts.put("overlapHours", value);
    }

    public void setMostPages(String value) {
        texts.put("mostPages", value);
    }

    public void setMostMegabytes(String value) {
        texts.put("mostMegabytes", value);
    }

    public void setMostMinutes(String value) {
        texts.put("mostMinutes", value);
    }

    public void setConnectTimeout(String value) {
        texts.put("connectTimeout", value);
    }

    public void setAnswerTimeout(String value) {
        texts.put("answerTimeout", value);
    }
}
