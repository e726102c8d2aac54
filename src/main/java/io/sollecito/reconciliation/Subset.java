package io.sollecito.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one choice of positions that adds up to an amount, with how sure it is that it does not add up by accident. The search
 * is bounded: what takes too long, or has more than one answer, is none.
 */
record Subset(List<Position> chosen, double strength) {

    private static final int MOST_POSITIONS = 24;
    private static final int MOST_STEPS = 50_000;
    private static final int DECIMALS = 3;

    /** @param size how many, or 0 when that is not known */
    static Optional<Subset> only(List<Position> positions, BigDecimal amount, int size) {
        if (positions.isEmpty() || positions.size() > MOST_POSITIONS) {
            return Optional.empty();
        }
        Search search = new Search(positions, thousandths(amount), size);
        return search.only();
    }

    private static long thousandths(BigDecimal amount) {
        return amount.movePointRight(DECIMALS).longValue();
    }

    private static final class Search {
        private final List<Position> positions;
        private final long[] values;
        private final long[] mostAfter;
        private final long[] leastAfter;
        private final boolean[] taken;
        private final long target;
        private final int size;
        private List<Position> found;
        private int answers;
        private int steps;

        Search(List<Position> positions, long target, int size) {
            this.positions = positions;
            this.target = target;
            this.size = size;
            int count = positions.size();
            values = new long[count];
            taken = new boolean[count];
            mostAfter = new long[count + 1];
            leastAfter = new long[count + 1];
            for (int i = count - 1; i >= 0; i--) {
                values[i] = thousandths(positions.get(i).left());
                mostAfter[i] = mostAfter[i + 1] + Math.max(0, values[i]);
                leastAfter[i] = leastAfter[i + 1] + Math.min(0, values[i]);
            }
        }

        Optional<Subset> only() {
            from(0, 0, 0);
            return answers == 1 && steps < MOST_STEPS ? Optional.of(new Subset(found, strength())) : Optional.empty();
        }

        private void from(int index, long sum, int count) {
            if (answers > 1 || ++steps >= MOST_STEPS) {
                return;
            }
            if (index == values.length) {
                if (sum == target && count > 0 && (size == 0 || size == count)) {
                    answers++;
                    found = chosen();
                }
                return;
            }
            long missing = target - sum;
            if (missing > mostAfter[index] || missing < leastAfter[index] || (size > 0 && count > size)) {
                return;
            }
            taken[index] = true;
            from(index + 1, sum + values[index], count + 1);
            taken[index] = false;
            from(index + 1, sum, count);
        }

        private List<Position> chosen() {
            List<Position> chosen = new ArrayList<>();
            for (int i = 0; i < taken.length; i++) {
                if (taken[i]) {
                    chosen.add(positions.get(i));
                }
            }
            return chosen;
        }

        /** How many choices of at most as many positions there are, against how many different sums there could be. */
        private double strength() {
            long unit = 0;
            for (long value : values) {
                unit = gcd(unit, Math.abs(value));
            }
            double choices = 0;
            double ways = 1;
            for (int k = 1; k <= found.size(); k++) {
                ways = ways * (values.length - k + 1) / k;
                choices = size == 0 ? choices + ways : ways;
            }
            double sums = Math.max(1, (mostAfter[0] - leastAfter[0]) / (double) Math.max(1, unit));
            double byAccident = choices / sums;
            if (byAccident < 0.001) {
                return 0.85;
            }
            if (byAccident < 0.01) {
                return 0.75;
            }
            return byAccident < 0.05 ? 0.6 : 0.4;
        }

        private static long gcd(long a, long b) {
            return b == 0 ? a : gcd(b, a % b);
        }
    }
}
