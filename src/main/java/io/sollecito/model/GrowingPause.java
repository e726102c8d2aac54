package io.sollecito.model;

import java.time.Duration;

/** How long to wait after failures in a row: 1, 2, 4 ... up to 60 minutes. */
public final class GrowingPause {

    private static final Duration LONGEST = Duration.ofMinutes(60);

    private GrowingPause() {}

    /** @param failures in a row, at least one */
    public static Duration after(int failures) {
        Duration pause = Duration.ofMinutes(1L << Math.min(failures - 1, 6));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
