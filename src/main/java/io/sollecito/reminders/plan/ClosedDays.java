package io.sollecito.reminders.plan;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/**
 * Days on which the creditor is closed beside the public holidays.
 *
 * @param ranges once
 * @param yearly every year
 */
public record ClosedDays(List<Range> ranges, Set<MonthDay> yearly) {

    /** Both days included. */
    public record Range(LocalDate first, LocalDate last) {}

    public ClosedDays {
        ranges = List.copyOf(ranges);
        yearly = Set.copyOf(yearly);
    }

    boolean on(LocalDate day) {
        return yearly.contains(MonthDay.from(day))
                || ranges.stream().anyMatch(range -> !day.isBefore(range.first()) && !day.isAfter(range.last()));
    }
}
