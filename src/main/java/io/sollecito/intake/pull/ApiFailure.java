package io.sollecito.intake.pull;

import java.io.IOException;
import java.time.Duration;

/** An API did not give what it was asked for; nothing of the export counts. */
public final class ApiFailure extends IOException {

    private final boolean passing;
    private final transient Duration pause;

    private ApiFailure(String message, boolean passing, Duration pause) {
        super(message);
        this.passing = passing;
        this.pause = pause;
    }

    /** Asking again is of no use. */
    static ApiFailure lasting(String message) {
        return new ApiFailure(message, false, null);
    }

    /** Asking again may help. */
    static ApiFailure passing(String message) {
        return new ApiFailure(message, true, null);
    }

    /** @param pause that the other side asks for, or null */
    static ApiFailure busy(String message, Duration pause) {
        return new ApiFailure(message, true, pause);
    }

    boolean isPassing() {
        return passing;
    }

    /** How long the other side asks to be left alone, or null. */
    Duration pause() {
        return pause;
    }
}
