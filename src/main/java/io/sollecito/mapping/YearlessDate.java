package io.sollecito.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * Day and month without a year, such as {@code ddMM}: the first such day on or after the beginning of a fiscal
 * year.
 */
record YearlessDate(String pattern, DateTimeFormatter formatter) {

    /** @throws IllegalArgumentException when the pattern names no day and month, or a year */
    static YearlessDate of(String pattern) {
        if (pattern.indexOf('d') < 0 || pattern.indexOf('M') < 0 || pattern.indexOf('y') >= 0) {
            throw new IllegalArgumentException("it must name day and month, and no year");
        }
        return new YearlessDate(
                pattern,
                new DateTimeFormatterBuilder()
                        .appendPattern(pattern)
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT));
    }

    /** Null when the text is none, or when that year has no such day. */
    LocalDate parse(String text, LocalDate begin) {
        try {
            MonthDay day = MonthDay.parse(text, formatter);
            int year = day.isBefore(MonthDay.from(begin)) ? begin.getYear() + 1 : begin.getYear();
            return day.isValidYear(year) ? day.atYear(year) : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    @Override
    public String toString() {
        return pattern;
    }
}
