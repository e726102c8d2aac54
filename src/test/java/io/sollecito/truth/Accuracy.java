package io.sollecito.truth;

import io.sollecito.reconciliation.Decision;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How right the engine is on scenes of known truth, by kind of payment. */
final class Accuracy {

    /** A payment whose decision is not its truth. */
    record Miss(Told told, Decision decision, Verdict verdict, Engine engine) {}

    private final Map<Kind, Score> byKind = new EnumMap<>(Kind.class);
    private final List<Miss> misses = new ArrayList<>();
    private long nanos;

    static Accuracy of(Habits habits, long seed, int paymentsPerHouse) {
        Accuracy accuracy = new Accuracy();
        for (House house : House.values()) {
            accuracy.measure(Scene.of(habits, house, seed, paymentsPerHouse));
        }
        return accuracy;
    }

    private void measure(Scene scene) {
        Engine engine = new Engine(scene.world());
        long start = System.nanoTime();
        List<Decision> decisions = engine.decide(scene.statement());
        nanos += System.nanoTime() - start;
        for (int i = 0; i < decisions.size(); i++) {
            Told told = scene.payments().get(i);
            Verdict verdict = Verdict.of(decisions.get(i), told.truth(), engine);
            byKind.computeIfAbsent(told.kind(), kind -> new Score()).add(told.truth(), verdict);
            if (verdict != Verdict.RIGHT) {
                misses.add(new Miss(told, decisions.get(i), verdict, engine));
            }
        }
    }

    Score of(Kind kind) {
        return byKind.getOrDefault(kind, new Score());
    }

    Score all() {
        Score all = new Score();
        byKind.values().forEach(all::add);
        return all;
    }

    List<Miss> misses() {
        return misses;
    }

    double seconds() {
        return nanos / 1e9;
    }

    String table() {
        StringBuilder table = new StringBuilder(String.format(
                "%-34s %8s %9s %9s %6s %7s %9s %9s %9s%n",
                "kind", "payments", "derivable", "automatic", "wrong", "hidden", "recall %", "first %", "not ours"));
        byKind.forEach((kind, score) -> table.append(line(kind.name().toLowerCase(Locale.ROOT), score)));
        Score all = all();
        return table.append(line("all", all))
                .append(String.format(
                        Locale.ROOT,
                        "precision %s %%, recall %s %%, first candidate %s %%, %.2f s for %d payments%n",
                        Score.percent(all.precision()),
                        Score.percent(all.recall()),
                        Score.percent(all.firstRate()),
                        seconds(),
                        all.payments()))
                .toString();
    }

    private static String line(String name, Score score) {
        return String.format(
                Locale.ROOT,
                "%-34s %8d %9d %9d %6d %7d %9s %9s %9s%n",
                name,
                score.payments(),
                score.derivable(),
                score.automatic(),
                score.wrong(),
                score.hidden(),
                Score.percent(score.recall()),
                Score.percent(score.firstRate()),
                Score.percent(score.recognisedRate()));
    }
}
