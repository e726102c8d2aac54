package io.sollecito.bench;

/**
 * One measured piece of work.
 *
 * @param against what the ratio compares with, or null
 * @param ratio rows per second of this work over those of what it is compared with, or null
 * @param budget the smallest ratio that is allowed, or null
 */
record Measurement(String name, double seconds, double rowsPerSecond, String against, Double ratio, Double budget) {

    static Measurement plain(String name, long rows, double seconds) {
        return new Measurement(name, seconds, rows / seconds, null, null, null);
    }

    static Measurement compared(String name, long rows, double seconds, Measurement with, double budget) {
        double speed = rows / seconds;
        return new Measurement(name, seconds, speed, with.name(), speed / with.rowsPerSecond(), budget);
    }

    boolean keepsBudget() {
        return budget == null || ratio >= budget;
    }

    @Override
    public String toString() {
        String line = String.format(java.util.Locale.ROOT, "%-42s %8.2f s %10.0f rows/s", name, seconds, rowsPerSecond);
        return ratio == null
                ? line
                : line + String.format(java.util.Locale.ROOT, "  %.2f x %s (budget %.2f)", ratio, against, budget);
    }
}
