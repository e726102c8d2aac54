package io.sollecito.reminders.simulation;

/**
 * Numbers by lot that depend on the seed and on what they are for, and on nothing else: the order of a file and the number of
 * its debtors change none of them.
 */
final class Draw {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long state;

    Draw(long seed) {
        this(seed, FNV_OFFSET);
    }

    private Draw(long seed, long basis) {
        this.state = mixed(basis ^ mixed(seed));
    }

    /** The lots of something that these words name. */
    Draw of(Object... words) {
        long hash = state;
        for (Object word : words) {
            String text = String.valueOf(word);
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ 0xffff) * FNV_PRIME;
        }
        return new Draw(0, hash);
    }

    /** From 0 inclusive to 1 exclusive. */
    double fraction() {
        return (mixed(state) >>> 11) * 0x1.0p-53;
    }

    /** Whether what happens in so many per cent of all cases happens here. */
    boolean happens(double percent) {
        return fraction() * 100 < percent;
    }

    /** From 1 to {@code most}. */
    int upTo(int most) {
        return 1 + (int) (fraction() * most);
    }

    private static long mixed(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
