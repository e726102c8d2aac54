package io.sollecito.truth;

/**
 * How right matching is on the part of the world that it is not tuned on: figures only.
 *
 * @param precision automatic allocations that are right, of all automatic ones
 * @param recall payments rightly allocated automatically, of those whose truth a careful clerk finds
 * @param firstRate whose first candidate is the truth, of the rest of these; 1 when there is no rest
 */
public record HeldOutAccuracy(int payments, double seconds, double precision, double recall, double firstRate) {

    private static final long SEED = 11;

    /** @param payments about how many */
    public static HeldOutAccuracy of(int payments) {
        Accuracy accuracy = Accuracy.of(Habits.of(Habits.HELD_OUT), SEED, payments / House.values().length);
        Score all = accuracy.all();
        double firstRate = all.firstRate();
        return new HeldOutAccuracy(
                all.payments(),
                accuracy.seconds(),
                all.precision(),
                all.recall(),
                Double.isNaN(firstRate) ? 1 : firstRate);
    }
}
