package io.sollecito.bank.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Dates of six digits. Years from 70 on are of the last century; what is no date is null. */
public final class ShortDates {

    private static final Pattern SIX = Pattern.compile("[0-9]{6}");
    private static final int FIRST_OF_LAST_CENTURY = 70;

    private ShortDates() {}

    /** DDMMYY. */
    public static LocalDate dayFirst(String text) {
        return SIX.matcher(text).matches() ? date(pair(text, 4), pair(text, 2), pair(text, 0)) : null;
    }

    /** YYMMDD. */
    public static LocalDate yearFirst(String text) {
        return SIX.matcher(text).matches() ? date(pair(text, 0), pair(text, 2), pair(text, 4)) : null;
    }

    private static int pair(String text, int from) {
        return Integer.parseInt(text.substring(from, from + 2));
    }

    private static LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year + (year < FIRST_OF_LAST_CENTURY ? 2000 : 1900), month, day);
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
