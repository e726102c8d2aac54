package io.sollecito.delivery.print.bill;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days that a bill is for, both included: a month, or an ISO 8601 interval of dates. */
record BillPeriod(LocalDate from, LocalDate until) {

    private static final Pattern MONTH_FIRST = Pattern.compile("([0-9]{2})[./]([0-9]{4})");

    /** {@code 2026-03}, {@code 03/2026}, {@code 03.2026} or {@code 2026-03-01/2026-03-31}; null for anything else. */
    static BillPeriod of(String text) {
        try {
            int slash = text.indexOf('/');
            if (text.length() > 10 && slash > 0) {
                BillPeriod days = new BillPeriod(
                        LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
                return days.until().isBefore(days.from()) ? null : days.usual();
            }
            Matcher monthFirst = MONTH_FIRST.matcher(text);
            YearMonth month =
                    YearMonth.parse(monthFirst.matches() ? monthFirst.group(2) + "-" + monthFirst.group(1) : text);
            return new BillPeriod(month.atDay(1), month.atEndOfMonth()).usual();
        } catch (DateTimeException noPeriod) {
            return null;
        }
    }

    /** The years that Java reads besides lie beyond what databases know. */
    private BillPeriod usual() {
        return from.getYear() >= 2000 && until.getYear() < 3000 ? this : null;
    }
}
