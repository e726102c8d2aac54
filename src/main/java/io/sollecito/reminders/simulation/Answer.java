package io.sollecito.reminders.simulation;

/**
 * What a reminder leads to: so many per cent of the debtors pay within so many days.
 *
 * @param step the step whose reminders it is about, or null: every step's by that channel
 */
public record Answer(String channel, String step, int withinDays, double pays) {

    boolean isOf(String askedStep, String askedChannel) {
        return channel.equals(askedChannel) && (step == null || step.equals(askedStep));
    }
}
