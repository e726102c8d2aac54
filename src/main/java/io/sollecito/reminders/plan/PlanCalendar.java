package io.sollecito.reminders.plan;

import io.sollecito.calendar.BusinessDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;

/**
 * When a plan's messages may leave: on business days on which the creditor is not closed, inside the window.
 *
 * @param windows of channels that have one of their own
 * @param zone of the plan; a debtor whose zone is known is written to in his own
 */
public record PlanCalendar(
        BusinessDays days, ClosedDays closed, Window window, Map<String, Window> windows, ZoneId zone) {

    /** From {@code opens} until before {@code closes}. */
    public record Window(LocalTime opens, LocalTime closes) {

        /** The hours that both have; it never opens when they have none. */
        Window and(Window other) {
            return new Window(
                    opens.isAfter(other.opens) ? opens : other.opens,
                    closes.isBefore(other.closes) ? closes : other.closes);
        }

        boolean has(LocalTime time) {
            return !time.isBefore(opens) && time.isBefore(closes);
        }

        boolean opensAtAll() {
            return opens.isBefore(closes);
        }
    }

    public PlanCalendar {
        windows = Map.copyOf(windows);
    }

    /** The first moment at or after {@code notBefore} at which all these channels are open, in {@code place}'s local time. */
    public ZonedDateTime next(Instant notBefore, ZoneId place, Collection<String> channels) {
        Window open = channels.stream()
                .map(channel -> windows.getOrDefault(channel, window))
                .reduce(Window::and)
                .orElse(window);
        ZonedDateTime moment = notBefore.atZone(place);
        LocalDate day = moment.toLocalDate();
        if (isOpen(day) && open.has(moment.toLocalTime())) {
            return moment;
        }
        boolean later = isOpen(day) && moment.toLocalTime().isBefore(open.opens());
        return opening(open, later ? day : onOrAfter(day.plusDays(1)), moment);
    }

    /** On the nights when clocks change an hour does not exist, or twice. */
    private ZonedDateTime opening(Window open, LocalDate day, ZonedDateTime moment) {
        ZonedDateTime opening = day.atTime(open.opens()).atZone(moment.getZone());
        if (!open.has(opening.toLocalTime())) {
            return opening(open, onOrAfter(day.plusDays(1)), moment);
        }
        return opening.isBefore(moment) ? opening.withLaterOffsetAtOverlap() : opening;
    }

    /** The first day on which a step on the due date is too late: the business day after the one that serves that date. */
    public LocalDate dueStepExpires(LocalDate due) {
        return onOrAfter(onOrAfter(due).plusDays(1));
    }

    public boolean isOpen(LocalDate day) {
        return days.isOpen(day) && !closed.on(day);
    }

    private LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isOpen(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }
}
