package io.sollecito.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The working days of a country: its weekdays less its public holidays (jollyday). Banks keep Monday to Friday. */
public final class BusinessDays {

    private static final Map<String, HolidayManager> MANAGERS = new ConcurrentHashMap<>();

    private final String country;
    private final String region;
    private final Set<DayOfWeek> weekdays;
    private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    private BusinessDays(String country, String region, Set<DayOfWeek> weekdays) {
        this.country = country.toLowerCase(java.util.Locale.ROOT);
        this.region = region;
        this.weekdays = EnumSet.copyOf(weekdays);
    }

    /** Monday to Friday without the country's national holidays; {@code country} is ISO 3166-1 alpha-2. */
    public static BusinessDays of(String country) {
        return of(country, null, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    }

    /** @param region the part of the country as jollyday names it (such as "by"), or null */
    public static BusinessDays of(String country, String region, Set<DayOfWeek> weekdays) {
        return new BusinessDays(country, region, weekdays);
    }

    public boolean isOpen(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek()) && !holidays(day.getYear()).contains(day);
    }

    /** That day if it is open, else the first open one after it. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isOpen(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The n-th open day after {@code day}; for a negative n the one before it. */
    public LocalDate plus(LocalDate day, int n) {
        LocalDate candidate = day;
        for (int left = Math.abs(n); left > 0; ) {
            candidate = candidate.plusDays(n < 0 ? -1 : 1);
            if (isOpen(candidate)) {
                left--;
            }
        }
        return candidate;
    }

    /** How many open days lie after {@code from} up to and including {@code to}; 0 when {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isOpen(day)) {
                days++;
            }
        }
        return days;
    }

    private Set<LocalDate> holidays(int year) {
        return holidays.computeIfAbsent(year, y -> {
            HolidayManager manager =
                    MANAGERS.computeIfAbsent(country, c -> HolidayManager.getInstance(ManagerParameters.create(c)));
            Set<Holiday> found =
                    region == null ? manager.getHolidays(Year.of(y)) : manager.getHolidays(Year.of(y), region);
            return found.stream().map(Holiday::getDate).collect(Collectors.toUnmodifiableSet());
        });
    }
}
