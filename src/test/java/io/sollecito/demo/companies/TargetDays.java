package io.sollecito.demo.companies;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The days on which euro banks book: Monday to Friday without the six TARGET holidays. */
final class TargetDays {

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private TargetDays() {}

    static boolean isOpen(LocalDate day) {
        LocalDate easter = easterOf(day.getYear());
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend
                && !FIXED.contains(MonthDay.from(day))
                && !day.equals(easter.minusDays(2))
                && !day.equals(easter.plusDays(1));
    }

    static LocalDate next(LocalDate day) {
        LocalDate candidate = day.plusDays(1);
        while (!isOpen(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    static LocalDate previous(LocalDate day) {
        LocalDate candidate = day.minusDays(1);
        while (!isOpen(candidate)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
    static LocalDate easterOf(int year) {
        int golden = year % 19;
        int century = year / 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
