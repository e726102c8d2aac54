package io.sollecito.reminders.collections;

import io.sollecito.calendar.BusinessDays;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** So many bank days, days, weeks or months. */
record Period(int count, Unit unit) {

    enum Unit {
        BANK_DAYS("bank days"),
        DAYS("days"),
        WEEKS("weeks"),
        MONTHS("months");

        private final String words;

        Unit(String words) {
            this.words = words;
        }
    }

    /** As a file writes it. */
    static final String FORM = "[1-9][0-9]{0,2} ("
            + Arrays.stream(Unit.values()).map(unit -> unit.words).collect(Collectors.joining("|")) + ")";

    private static final Pattern PARTS = Pattern.compile("([0-9]+) (.+)");

    /** Such as {@code 5 bank days}; empty when that is none. */
    static Optional<Period> parse(String text) {
        Matcher parts = PARTS.matcher(text);
        return text.matches(FORM) && parts.matches()
                ? Arrays.stream(Unit.values())
                        .filter(unit -> unit.words.equals(parts.group(2)))
                        .map(unit -> new Period(Integer.parseInt(parts.group(1)), unit))
                        .findFirst()
                : Optional.empty();
    }

    /** The last day of it when it runs from that day. */
    LocalDate after(LocalDate day, BusinessDays bankDays) {
        return switch (unit) {
            case BANK_DAYS -> bankDays.plus(day, count);
            case DAYS -> day.plusDays(count);
            case WEEKS -> day.plusWeeks(count);
            case MONTHS -> day.plusMonths(count);
        };
    }
}
