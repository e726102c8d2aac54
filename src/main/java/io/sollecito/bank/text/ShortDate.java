package io.sollecito.bank.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** Dates with two-digit years, 80 to 99 being of the last century, and without any; what is no day is null. */
public final class ShortDate {

    private static final int FIRST_OF_LAST_CENTURY = 80;
    private static final Pattern SIX = Pattern.compile("[0-9]{6}");
    private static final Pattern FOUR = Pattern.compile("[0-9]{4}");

    private ShortDate() {}

    /** The year that two digits mean. */
    public static int year(int twoDigits) {
        return twoDigits + (twoDigits < FIRST_OF_LAST_CENTURY ? 2000 : 1900);
    }

    /** DDMMYY. */
    public static LocalDate dayFirst(String text) {
        return SIX.matcher(text).matches() ? day(year(pair(text, 4)), pair(text, 2), pair(text, 0)) : null;
    }

    /** YYMMDD. */
    public static LocalDate yearFirst(String text) {
        return SIX.matcher(text).matches() ? day(year(pair(text, 0)), pair(text, 2), pair(text, 4)) : null;
    }

    /**
     * YYMMDD of banks that count thirty days a month and so write 30 February: a day up to 31 that its month does not have
     * is the month's last.
     */
    public static LocalDate yearFirstOrMonthEnd(String text) {
        return SIX.matcher(text).matches() ? dayOrMonthEnd(year(pair(text, 0)), pair(text, 2), pair(text, 4)) : null;
    }

    /** MMDD of the same banks, of the year that brings it nearest to another day. */
    public static LocalDate monthDayNear(LocalDate other, String text) {
        if (!FOUR.matcher(text).matches()) {
            return null;
        }
        LocalDate nearest = null;
        for (int year = other.getYear() - 1; year <= other.getYear() + 1; year++) {
            LocalDate candidate = dayOrMonthEnd(year, pair(text, 0), pair(text, 2));
            if (candidate != null && (nearest == null || distance(candidate, other) < distance(nearest, other))) {
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static LocalDate dayOrMonthEnd(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        return LocalDate.of(year, month, Math.min(day, YearMonth.of(year, month).lengthOfMonth()));
    }

    private static long distance(LocalDate a, LocalDate b) {
        return Math.abs(a.toEpochDay() - b.toEpochDay());
    }

    private static int pair(String text, int from) {
        return Integer.parseInt(text.substring(from, from + 2));
    }
}
