package io.sollecito.reminders.charges;

import java.time.LocalDate;

/** How many days make a year of interest. */
public enum DayCount {
    DAYS_365("365"),
    DAYS_360("360"),
    /** 366 in leap years. */
    ACTUAL("actual");

    private final String word;

    DayCount(String word) {
        this.word = word;
    }

    /** As the file of rates writes it. */
    String word() {
        return word;
    }

    int daysOfYear(LocalDate day) {
        return switch (this) {
            case DAYS_365 -> 365;
            case DAYS_360 -> 360;
            case ACTUAL -> day.lengthOfYear();
        };
    }
}
