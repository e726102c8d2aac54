package io.sollecito.intake.pull;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of {@code routes/templates/erp-http}, as a route gives them; its comments explain each. */
public final class ApiParameters {

    /** How a route may log in. */
    public static final List<String> LOGINS = List.of("none", "header", "basic", "oauth2", "refresh");

    /** Where a server of tokens may want a client's id and secret. */
    public static final List<String> SECRET_IN = List.of("header", "body");

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
        new ApiReading(texts, Clock.systemUTC()).api().checkDelivers(delivers);
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
            api = new ApiReading(texts, clock).api();
        }
        return api;
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

    public void setTokenFile(String value) {
        texts.put("tokenFile", value);
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
