package io.sollecito.mapping;

import io.sollecito.expression.Condition;
import io.sollecito.mapping.CellProblem.Place;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * A due date computed from terms of payment.
 *
 * @param from the base date
 * @param days the first that is not zero counts
 * @param months added before the days
 * @param endOfMonth whether the month's end is meant, or null for never
 * @param endFirst whether the days count from the month's end; else the end of the month that they lead to is meant
 * @param fixedDay the due date is the next such day of a month, or null
 * @param excluded months in which nothing falls due; the next other month counts
 * @param instead the day of that month; 0 for the same day
 */
record DueDate(
        Place place,
        Rule<LocalDate> from,
        List<Rule<BigDecimal>> days,
        Rule<BigDecimal> months,
        RecordFilter.Test endOfMonth,
        boolean endFirst,
        Rule<BigDecimal> fixedDay,
        Set<Integer> excluded,
        int instead)
        implements Rule<LocalDate>, Computable {

    private static final int LONGEST = 9999;

    @Override
    public LocalDate of(Row row) throws CellProblem {
        LocalDate base = from.of(row);
        if (base == null) {
            return null;
        }
        try {
            boolean toEnd = endOfMonth != null && endOfMonth.holds(row);
            LocalDate due = base.plusMonths(number(months, row));
            due = toEnd && endFirst ? end(due) : due;
            due = due.plusDays(days(row));
            due = toEnd && !endFirst ? end(due) : due;
            return afterExcluded(onFixedDay(due, number(fixedDay, row)));
        } catch (DateTimeException | ArithmeticException impossible) {
            throw place.problem(base, "leads to no date");
        } catch (Condition.Failed failed) {
            throw place.problem(null, failed.getMessage());
        }
    }

    @Override
    public boolean isComputed(Row row) {
        return true;
    }

    private long days(Row row) throws CellProblem {
        for (Rule<BigDecimal> each : days) {
            int count = number(each, row);
            if (count != 0) {
                return count;
            }
        }
        return 0;
    }

    private int number(Rule<BigDecimal> rule, Row row) throws CellProblem {
        BigDecimal number = rule == null ? null : rule.of(row);
        if (number == null) {
            return 0;
        }
        int whole = number.stripTrailingZeros().scale() > 0 ? -1 : number.intValue();
        if (whole < 0 || whole > LONGEST || number.compareTo(BigDecimal.valueOf(LONGEST)) > 0) {
            throw place.problem(number.toPlainString(), "is no count of days or months");
        }
        return whole;
    }

    private static LocalDate end(LocalDate date) {
        return YearMonth.from(date).atEndOfMonth();
    }

    /** The same or the next date with that day; in shorter months their last. */
    private static LocalDate onFixedDay(LocalDate date, int day) {
        if (day == 0) {
            return date;
        }
        YearMonth month = YearMonth.from(date);
        LocalDate inMonth = month.atDay(Math.min(day, month.lengthOfMonth()));
        if (!inMonth.isBefore(date)) {
            return inMonth;
        }
        YearMonth next = month.plusMonths(1);
        return next.atDay(Math.min(day, next.lengthOfMonth()));
    }

    private LocalDate afterExcluded(LocalDate date) {
        YearMonth month = YearMonth.from(date);
        if (!excluded.contains(month.getMonthValue())) {
            return date;
        }
        while (excluded.contains(month.getMonthValue())) {
            month = month.plusMonths(1);
        }
        return month.atDay(Math.min(instead == 0 ? date.getDayOfMonth() : instead, month.lengthOfMonth()));
    }
}
