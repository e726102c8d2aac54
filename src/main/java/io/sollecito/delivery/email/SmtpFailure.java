package io.sollecito.delivery.email;

import jakarta.mail.MessagingException;

/** A send that did not end well, with what tells failed from uncertain: whether the final dot had been begun. */
public final class SmtpFailure extends MessagingException {

    private final boolean ending;

    public SmtpFailure(MessagingException cause, boolean ending) {
        super(cause.getMessage(), cause);
        this.ending = ending;
    }

    /** Whether the final dot may have reached the server: before it nothing can have been accepted. */
    public boolean ending() {
        return ending;
    }
}
