package io.sollecito.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A debit that a payment settled; what was written off, credited, collected, assigned or replaced is none.
 *
 * @param paid the day on which the bank booked the last of the money, else the day on which the ERP showed it
 * @param reminded the channel of the last reminder between the due date and the payment, or null when none was needed
 */
public record PaidItem(String number, LocalDate due, LocalDate paid, String reminded) {

    /** Negative when it was paid early. */
    public int daysLate() {
        return (int) ChronoUnit.DAYS.between(due, paid);
    }

    /**
     * The same with the reminder that the payment answers, if any did: of those sent, the last that left after the due date
     * and before the day of the payment. A message before the due date asks nobody who is late, and money that comes on
     * the day of a reminder was on its way.
     */
    public PaidItem answering(List<SentStep> sent) {
        String channel = sent.stream()
                .filter(SentStep::done)
                .filter(step -> step.channel() != null && step.effective().isAfter(due))
                .filter(step -> step.effective().isBefore(paid))
                .reduce((one, other) -> other.effective().isBefore(one.effective()) ? one : other)
                .map(SentStep::channel)
                .orElse(null);
        return new PaidItem(number, due, paid, channel);
    }
}
