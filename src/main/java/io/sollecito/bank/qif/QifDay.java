package io.sollecito.bank.qif;

import io.sollecito.bank.text.ShortDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as QIF writes it: 1/31/2026, 31/01/26, 31.01.2026, 1/31'26 (this century), 1/ 3'05, 2026-01-31. */
record QifDay(int first, int second, int year, boolean yearFirst, boolean points) {

    /** Which of the two small numbers is the day. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    private static final Pattern YEAR_LAST = Pattern.compile(
            "([0-9]{1,2})\\s{0,3}([-/.])\\s{0,3}([0-9]{1,2})\\s{0,3}([-/.'])\\s{0,3}([0-9]{4}|[0-9]{1,2})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})([-/.]?)([0-9]{2})\\2([0-9]{2})(?:[T ].{0,20})?");

    /** Null when the text is no day. */
    static QifDay of(String text) {
        String stripped = text.strip();
        Matcher last = YEAR_LAST.matcher(stripped);
        if (last.matches()) {
            int year = Integer.parseInt(last.group(5));
            boolean four = last.group(5).length() == 4;
            int full = four ? year : last.group(4).equals("'") ? 2000 + year : ShortDate.year(year);
            return new QifDay(
                    Integer.parseInt(last.group(1)),
                    Integer.parseInt(last.group(3)),
                    full,
                    false,
                    last.group(2).equals("."));
        }
        Matcher first = YEAR_FIRST.matcher(stripped);
        return first.matches()
                ? new QifDay(
                        Integer.parseInt(first.group(3)),
                        Integer.parseInt(first.group(4)),
                        Integer.parseInt(first.group(1)),
                        true,
                        false)
                : null;
    }

    /** The order that this day alone proves, or null. */
    Order proves() {
        if (yearFirst || first == second) {
            return null;
        }
        if (first > 12 || points) {
            return Order.DAY_FIRST;
        }
        return second > 12 ? Order.MONTH_FIRST : null;
    }

    /** Whether it could be two days. */
    boolean isAmbiguous() {
        return !yearFirst && first != second;
    }

    /** @throws DateTimeException when there is no such day */
    LocalDate in(Order order) {
        boolean monthFirst = yearFirst || order == Order.MONTH_FIRST;
        return LocalDate.of(year, monthFirst ? first : second, monthFirst ? second : first);
    }
}
