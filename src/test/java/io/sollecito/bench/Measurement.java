package io.sollecito.bench;

/**
 * One measured piece of work.
 *
 * @param against what it is compared with in the same run, or null
 * @param ratio rows per second of this work over those of what it is compared with, or null
 * @param budget the smallest ratio that is allowed, or null
 */
record Measurement(String name, double seconds, double rowsPerSecond, String against, Double ratio, Double budget) {

    static Measurement plain(String name, long rows, double seconds) {
        return new Measurement(name, seconds, rows / seconds, null, null, null);
    }

    Measurement against(Measurement other) {
        return new Measurement(name, seconds, rowsPerSecond, other.name, rowsPerSecond / other.rowsPerSecond, null);
    }

    /** @param smallest the smallest ratio that is allowed */
    Measurement against(Measurement other, double smallest) {
        return new Measurement(name, seconds, rowsPerSecond, other.name, rowsPerSecond / other.rowsPerSecond, smallest);
    }

    /** Null when there is no budget. */
    Boolean withinBudget() {
        return budget == null ? null : ratio >= budget;
    }
}
