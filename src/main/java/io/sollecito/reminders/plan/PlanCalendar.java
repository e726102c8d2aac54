package io.sollecito.reminders.plan;

import io.sollecito.calendar.BusinessDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a plan's messages may leave: on business days, from {@code opens} until before {@code closes}.
 *
 * @param zone of the plan; a debtor whose zone is known is written to in his own
 */
public record PlanCalendar(BusinessDays days, LocalTime opens, LocalTime closes, ZoneId zone) {

    /** The first open moment at or after {@code notBefore}, in {@code place}'s local time. */
    public ZonedDateTime next(Instant notBefore, ZoneId place) {
        ZonedDateTime moment = notBefore.atZone(place);
        if (days.isOpen(moment.toLocalDate())) {
            if (moment.toLocalTime().isBefore(opens)) {
                return moment.toLocalDate().atTime(opens).atZone(place);
            }
            if (moment.toLocalTime().isBefore(closes)) {
                return moment;
            }
        }
        return days.onOrAfter(moment.toLocalDate().plusDays(1)).atTime(opens).atZone(place);
    }

    /** The first day on which a step on the due date is too late: the business day after the one that serves that date. */
    public LocalDate dueStepExpires(LocalDate due) {
        return days.onOrAfter(days.onOrAfter(due).plusDays(1));
    }
}
