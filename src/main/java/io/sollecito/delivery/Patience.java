package io.sollecito.delivery;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tries again, after growing pauses, what the other side refused only because it is busy. */
public final class Patience {

    /** Lets time pass while the other side is busy. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));

    private final Pause pause;

    public Patience(Pause pause) {
        this.pause = pause;
    }

    /** The first outcome that does not ask for a pause, else the last one. */
    public DeliveryOutcome of(Supplier<DeliveryOutcome> attempt, Predicate<DeliveryOutcome> busy) {
        DeliveryOutcome outcome = attempt.get();
        for (Duration duration : PAUSES) {
            if (!busy.test(outcome) || !paused(duration)) {
                return outcome;
            }
            outcome = attempt.get();
        }
        return outcome;
    }

    private boolean paused(Duration duration) {
        try {
            pause.of(duration);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
