package io.sollecito.delivery.http;

import io.sollecito.model.OneLine;

/** The other side answered, and not with success. */
public final class HttpRefused extends Exception {

    private static final int SHOWN = 200;

    private final int status;

    /** @param answer what else it said: shown on one line, cut */
    public HttpRefused(int status, String answer) {
        super("answered " + status + (answer.isBlank() ? "" : ": " + OneLine.of(answer, SHOWN)));
        this.status = status;
    }

    public int status() {
        return status;
    }
}
