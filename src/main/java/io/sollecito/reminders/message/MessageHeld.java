package io.sollecito.reminders.message;

/** A message that must not leave as it is: the reason says what is missing, for the person who completes it. */
public final class MessageHeld extends RuntimeException {

    public MessageHeld(String reason) {
        super(reason);
    }

    /** Such as "[[DisputeContact]] is empty for debtor 0000104711". */
    public String reason() {
        return getMessage();
    }
}
