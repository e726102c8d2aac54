package io.sollecito.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What work takes.
 *
 * @param seconds by the clock
 * @param cpuSeconds of this process and its database server: what a shared machine disturbs least
 */
record Effort(double seconds, double cpuSeconds) {

    /** More than any work takes. */
    static final Effort ENDLESS = new Effort(Double.MAX_VALUE, Double.MAX_VALUE);

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Work that may fail. */
    interface Work {
        void run() throws Exception;
    }

    static Effort of(Work work) throws Exception {
        double cpu = cpuNow();
        long start = System.nanoTime();
        work.run();
        // a process of the server that ends meanwhile takes its time with it
        return new Effort((System.nanoTime() - start) / 1e9, Math.max(0, cpuNow() - cpu));
    }

    /** The quicker of two runs: what else the machine does only slows down. */
    Effort orBetter(Effort other) {
        return other.seconds < seconds ? other : this;
    }

    /** The one of two runs that took less of the processor. */
    Effort orCheaper(Effort other) {
        return other.cpuSeconds < cpuSeconds ? other : this;
    }

    private static double cpuNow() {
        return SYSTEM.getProcessCpuTime() / 1e9 + Databases.cpuSeconds();
    }
}
