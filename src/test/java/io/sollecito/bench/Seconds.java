package io.sollecito.bench;

/** How long work takes. */
final class Seconds {

    /** Work that may fail. */
    interface Work {
        void run() throws Exception;
    }

    private Seconds() {}

    static double of(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
