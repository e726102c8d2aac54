package io.sollecito.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** The spans of days after due by which open items are aged, wherever an ageing is shown; in the order of their days. */
public enum AgeBucket {
    NOT_DUE(0),
    TO_30(30),
    TO_60(60),
    TO_90(90),
    OVER_90(Long.MAX_VALUE);

    private final long last;

    AgeBucket(long last) {
        this.last = last;
    }

    /** The last day after due that belongs to it; zero is the due date itself. */
    public long last() {
        return last;
    }

    /** The first day after due that belongs to it; of what is not due there is none. */
    public long first() {
        return values()[ordinal() - 1].last + 1;
    }

    /** The one of an item that is so many days past due; zero or less when it is not. */
    public static AgeBucket of(long daysOverdue) {
        return Arrays.stream(values())
                .filter(bucket -> daysOverdue <= bucket.last)
                .findFirst()
                .orElseThrow();
    }

    /** The one of an item on a day; without a due date it is not due. */
    public static AgeBucket of(LocalDate due, LocalDate day) {
        return due == null ? NOT_DUE : of(ChronoUnit.DAYS.between(due, day));
    }

    /** Such as not-due, 31-60 and over-90: its name in what is printed for machines. */
    public String code() {
        return switch (this) {
            case NOT_DUE -> "not-due";
            case OVER_90 -> "over-" + (first() - 1);
            default -> first() + "-" + last;
        };
    }
}
