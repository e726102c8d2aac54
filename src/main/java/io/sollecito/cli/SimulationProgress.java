package io.sollecito.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells on standard error how far a long simulation is; says nothing while it is quick. */
final class SimulationProgress {

    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private final PrintWriter err;
    private final LongSupplier nanos;
    private final int debtors;
    private long told;
    private int played;

    /** @param debtors of all columns together */
    SimulationProgress(PrintWriter err, LongSupplier nanos, int debtors) {
        this.err = err;
        this.nanos = nanos;
        this.debtors = debtors;
        this.told = nanos.getAsLong();
    }

    /** One more debtor is done. */
    void played() {
        played++;
        long now = nanos.getAsLong();
        if (now - told >= PAUSE) {
            told = now;
            err.println("hub simulate: " + played + " of " + debtors + " debtors (" + 100L * played / debtors + " %)");
            err.flush();
        }
    }
}
