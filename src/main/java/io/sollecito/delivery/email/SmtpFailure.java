package io.sollecito.delivery.email;

import jakarta.mail.MessagingException;

/** A send that did not end well, with what tells failed from uncertain: whether the server had begun to take the data. */
public final class SmtpFailure extends MessagingException {

    private final boolean dataBegun;

    public SmtpFailure(MessagingException cause, boolean dataBegun) {
        super(cause.getMessage(), cause);
        this.dataBegun = dataBegun;
    }

    /** Whether the server had answered DATA with 354. */
    public boolean dataBegun() {
        return dataBegun;
    }
}
