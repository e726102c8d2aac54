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
 */
public record SentStep(
        String plan,
        String step,
        int repeat,
        String channel,
        LocalDate effective,
        State state,
        LocalDate deadline,
        String reason) {

    /** A step is done only when it is SENT. An UNCERTAIN one waits for a person; an UNDELIVERED one is still to be done. */
    public enum State {
        WAITING,
        SENT,
        UNCERTAIN,
        UNDELIVERED
    }

    /** The same reminder, as the step of another of its items. */
    public SentStep of(String ownStep, int ownRepeat) {
        return new SentStep(plan, ownStep, ownRepeat, channel, effective, state, deadline, reason);
    }

    public boolean done() {
        return state == State.SENT;
    }

    public boolean pending() {
        return state == State.WAITING || state == State.UNCERTAIN;
    }
}
