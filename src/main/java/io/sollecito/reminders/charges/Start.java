package io.sollecito.reminders.charges;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a debt late: interest runs from the day after.
 *
 * @param days so many days after the event
 */
public record Start(int days, Event event) {

    /** What happened. */
    public enum Event {
        /** The due date. */
        DUE,
        /** The later of due date and invoice. */
        DUE_AND_INVOICE,
        /** The first reminder after the due date. */
        REMINDER
    }

    /** How it is written, for people and for the schema. */
    public static final String PATTERN = "due|([1-9][0-9]?d after )?reminder|[1-9][0-9]?d after due and invoice";

    private static final Pattern FORM = Pattern.compile("(?:([1-9][0-9]?)d after )?(due and invoice|due|reminder)");

    static final Start AT_DUE = new Start(0, Event.DUE);

    /** Reads such as {@code due}, {@code 3d after reminder}, {@code 30d after due and invoice}; empty when it is none. */
    static Optional<Start> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!text.matches(PATTERN) || !form.matches()) {
            return Optional.empty();
        }
        Event event = switch (form.group(2)) {
            case "due" -> Event.DUE;
            case "reminder" -> Event.REMINDER;
            default -> Event.DUE_AND_INVOICE;
        };
        return Optional.of(new Start(form.group(1) == null ? 0 : Integer.parseInt(form.group(1)), event));
    }

    /**
     * The last day without interest; empty while the event has not happened.
     *
     * @param issued the invoice's date, or null
     * @param reminded when the first reminder after the due date left, or null
     */
    Optional<LocalDate> on(LocalDate due, LocalDate issued, LocalDate reminded) {
        LocalDate happened = switch (event) {
            case DUE -> due;
            case DUE_AND_INVOICE -> issued != null && issued.isAfter(due) ? issued : due;
            case REMINDER -> reminded;
        };
        return Optional.ofNullable(happened).map(day -> day.plusDays(days));
    }
}
