package io.sollecito.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

/**
 * How late items were paid, in whole days after due, negative when early. What is usual is the median, and the spread is
 * between the quartiles: one invoice that was paid a year late moves neither, as it would an average and a standard
 * deviation.
 *
 * @param items how many it rests on; with none, all is 0
 * @param average the arithmetic mean, rounded
 * @param lower a quarter of the items was paid by then
 * @param usual half of them
 * @param upper three quarters of them
 */
public record Lateness(int items, int average, int lower, int usual, int upper) {

    public static final Lateness NONE = new Lateness(0, 0, 0, 0, 0);

    public static Lateness of(Collection<Integer> days) {
        if (days.isEmpty()) {
            return NONE;
        }
        List<Integer> sorted = days.stream().sorted().toList();
        long sum = sorted.stream().mapToLong(Integer::longValue).sum();
        int average = BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(sorted.size()), 0, RoundingMode.HALF_UP)
                .intValue();
        return new Lateness(sorted.size(), average, quarter(sorted, 1), quarter(sorted, 2), quarter(sorted, 3));
    }

    /** The smallest of the days by which so many quarters of the items were paid. */
    private static int quarter(List<Integer> sorted, int quarters) {
        return sorted.get((sorted.size() * quarters + 3) / 4 - 1);
    }

    /** Days between the quarters of the earliest and of the latest payments. */
    public int spread() {
        return upper - lower;
    }
}
