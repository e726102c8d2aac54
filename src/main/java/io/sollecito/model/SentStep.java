package io.sollecito.model;

import java.time.LocalDate;

/**
 * What a plan has done about an item so far: one reminder that counts, or would count, as one of its steps.
 *
 * @param repeat 0 for the step itself, then 1, 2, .. for its repetitions
 * @param channel that carried it, or null
 * @param effective the day it left; while it has not, or if it reached nobody, the day it was planned
 * @param deadline the pay-by date that it printed, or null
 * @param reason why it reached nobody, or null
 * @param delivered the day on which the debtor had the letter, when that is known, or null
 * @param reminder its number in the ledger, or null
 */
public record SentStep(
        String plan,
        String step,
        int repeat,
        String channel,
        LocalDate effective,
        State state,
        LocalDate deadline,
        String reason,
        LocalDate delivered,
        Long reminder) {

    /** One of which nothing more is known. */
    public SentStep(
            String plan,
            String step,
            int repeat,
            String channel,
            LocalDate effective,
            State state,
            LocalDate deadline,
            String reason) {
        this(plan, step, repeat, channel, effective, state, deadline, reason, null, null);
    }

    /** A step is done only when it is SENT. An UNCERTAIN one waits for a person; an UNDELIVERED one is still to be done. */
    public enum State {
        WAITING,
        SENT,
        UNCERTAIN,
        UNDELIVERED
    }

    /** The same reminder, as the step of another of its items. */
    public SentStep of(String ownStep, int ownRepeat) {
        return new SentStep(plan, ownStep, ownRepeat, channel, effective, state, deadline, reason, delivered, reminder);
    }

    public boolean done() {
        return state == State.SENT;
    }

    public boolean pending() {
        return state == State.WAITING || state == State.UNCERTAIN;
    }
}
