package io.sollecito.cases;

import java.util.Random;

/**
 * How often faults are tried and from which seed. {@code -Dsollecito.long=true} tries 200 instead of 20,
 * {@code -Dsollecito.seed=N} repeats a run.
 */
final class Runs {

    private Runs() {}

    static boolean isLong() {
        return Boolean.getBoolean("sollecito.long");
    }

    /** The number of seeded kills over both databases together. */
    static int kills() {
        return isLong() ? 200 : 20;
    }

    /** Random numbers of a seed that is printed, so that the run can be repeated. */
    static Random seeded(String what) {
        long seed = Long.getLong("sollecito.seed", System.nanoTime() & 0xffffffffL);
        System.out.println(what + ": repeat with -Dsollecito.seed=" + seed);
        return new Random(seed);
    }
}
