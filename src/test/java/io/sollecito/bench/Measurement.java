package io.sollecito.bench;

import java.util.Locale;

/**
 * One measured piece of work.
 *
 * @param cpuSeconds of the hub's process and the database server
 * @param against what it is compared with in the same run, or the rate that is asked of it, or null
 * @param ratio rows per second of this work over those of what it is compared with, or null
 * @param budget the smallest ratio that is allowed, or null
 */
record Measurement(
        String name,
        double seconds,
        double cpuSeconds,
        double rowsPerSecond,
        String against,
        Double ratio,
        Double budget) {

    static Measurement plain(String name, long rows, Effort effort) {
        return new Measurement(name, effort.seconds(), effort.cpuSeconds(), rows / effort.seconds(), null, null, null);
    }

    Measurement against(Measurement other) {
        return compared(other.name, other.rowsPerSecond, null);
    }

    /** @param smallest the smallest ratio that is allowed */
    Measurement against(Measurement other, double smallest) {
        return compared(other.name, other.rowsPerSecond, smallest);
    }

    /**
     * For work of one thread: what else runs disturbs the processor's time least.
     *
     * @param smallest the smallest ratio that is allowed
     */
    Measurement againstByProcessor(Measurement other, double smallest) {
        double own = rowsPerSecond * seconds / cpuSeconds;
        double others = other.rowsPerSecond * other.seconds / other.cpuSeconds;
        return new Measurement(
                name, seconds, cpuSeconds, rowsPerSecond, other.name + ", by cpu", own / others, smallest);
    }

    /** @param rate the smallest number of rows per second that is allowed */
    Measurement atLeast(double rate) {
        return compared(String.format(Locale.ROOT, "%.0f rows/s", rate), rate, 1.0);
    }

    /**
     * What share of this work's rows came out right.
     *
     * @param whole what it is a share of
     * @param smallest the smallest share that is allowed
     */
    Measurement share(String what, String whole, double share, double smallest) {
        return new Measurement(what, seconds, cpuSeconds, rowsPerSecond, whole, share, smallest);
    }

    /** Null when there is no budget. */
    Boolean withinBudget() {
        return budget == null ? null : ratio >= budget;
    }

    private Measurement compared(String with, double rate, Double smallest) {
        return new Measurement(name, seconds, cpuSeconds, rowsPerSecond, with, rowsPerSecond / rate, smallest);
    }
}
