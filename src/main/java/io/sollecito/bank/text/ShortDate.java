package io.sollecito.bank.text;

import java.time.LocalDate;
import java.time.YearMonth;

/** Dates with two-digit years, as SWIFT and older formats write them: 80 to 99 are of the last century. */
public final class ShortDate {

    private static final int FIRST_OF_LAST_CENTURY = 80;

    private ShortDate() {}

    /** The year that two digits mean. */
    public static int year(int twoDigits) {
        return twoDigits + (twoDigits < FIRST_OF_LAST_CENTURY ? 2000 : 1900);
    }

    /**
     * The day that YYMMDD means; null when it is none. Banks that count thirty days a month write 30 February: a day up to
     * 31 that its month does not have is the month's last.
     */
    public static LocalDate yearMonthDay(String digits) {
        return digits.matches("[0-9]{6}") ? day(year(number(digits, 0)), number(digits, 2), number(digits, 4)) : null;
    }

    /** The day that MMDD means, of the year that brings it nearest to another day; null when it is none. */
    public static LocalDate monthDayNear(LocalDate other, String digits) {
        if (!digits.matches("[0-9]{4}")) {
            return null;
        }
        LocalDate nearest = null;
        for (int year = other.getYear() - 1; year <= other.getYear() + 1; year++) {
            LocalDate candidate = day(year, number(digits, 0), number(digits, 2));
            if (candidate != null && (nearest == null || distance(candidate, other) < distance(nearest, other))) {
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static LocalDate day(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        return LocalDate.of(year, month, Math.min(day, YearMonth.of(year, month).lengthOfMonth()));
    }

    private static long distance(LocalDate a, LocalDate b) {
        return Math.abs(a.toEpochDay() - b.toEpochDay());
    }

    private static int number(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }
}
