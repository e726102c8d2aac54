package io.sollecito.delivery.email;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What the server itself said. */
final class SmtpAnswers {

    private SmtpAnswers() {}

    /** The answer's code, or 0 when the server gave none (Angus reports -1 for a closed connection). */
    static int code(MessagingException failure) {
        for (Exception next = failure; next instanceof MessagingException known; next = known.getNextException()) {
            if (next instanceof SMTPSendFailedException refused) {
                return Math.max(0, refused.getReturnCode());
            }
            if (next instanceof SMTPAddressFailedException refused) {
                return Math.max(0, refused.getReturnCode());
            }
        }
        return 0;
    }

    /** Whether the server refused in words, so that the connection may still be used; 421 announces that it closes. */
    static boolean isAnswered(MessagingException failure) {
        int code = code(failure);
        return code >= 400 && code <= 599 && code != 421;
    }
}
