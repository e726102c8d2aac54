package io.sollecito.reminders.charges;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/** The span that a reference rate is fixed for, by its first day: 1 January or 1 July. */
public record HalfYear(LocalDate firstDay) {

    static final String PATTERN = "20[0-9][0-9]-0[17]";

    public static HalfYear of(LocalDate day) {
        Month month = day.getMonthValue() < 7 ? Month.JANUARY : Month.JULY;
        return new HalfYear(LocalDate.of(day.getYear(), month, 1));
    }

    /** Such as 2026-07; empty when it is none. */
    static Optional<HalfYear> parse(String text) {
        return text.matches(PATTERN) ? Optional.of(new HalfYear(LocalDate.parse(text + "-01"))) : Optional.empty();
    }

    LocalDate lastDay() {
        return firstDay.plusMonths(6).minusDays(1);
    }

    @Override
    public String toString() {
        return firstDay.toString().substring(0, 7);
    }
}
