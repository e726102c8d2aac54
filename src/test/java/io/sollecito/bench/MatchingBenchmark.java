package io.sollecito.bench;

import io.sollecito.truth.HeldOutAccuracy;
import java.util.List;

/** Deciding payments of known truth, from phrases and names that matching was not tuned on: how fast, and how right. */
final class MatchingBenchmark implements Benchmark {

    private static final int ITEMS_PER_PAYMENT = 10;
    private static final int MOST = 10_000;

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public List<Measurement> measure(Databases databases, int rows) throws Exception {
        int payments = Math.min(MOST, rows / ITEMS_PER_PAYMENT);
        HeldOutAccuracy accuracy = HeldOutAccuracy.of(payments);
        Effort effort = new Effort(accuracy.seconds(), accuracy.seconds());
        Measurement speed = Measurement.plain("payments decided, in memory", accuracy.payments(), effort);
        return List.of(
                speed,
                speed.share("precision", "automatic allocations", accuracy.precision(), 0.999),
                speed.share("recall", "payments that a clerk can place", accuracy.recall(), 0.95),
                speed.share("first candidate right", "of the rest", accuracy.firstRate(), 0.80));
    }
}
