package io.sollecito.delivery.email;

import static io.sollecito.delivery.DeliveryOutcome.reason;

import io.sollecito.delivery.DeliveryOutcome;
import io.sollecito.delivery.DeliveryOutcome.AddressRefused;
import io.sollecito.delivery.DeliveryOutcome.Failed;
import io.sollecito.delivery.DeliveryOutcome.Uncertain;
import io.sollecito.delivery.Outlet;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Law 7 for SMTP: an answer of 4xx or 5xx, or any end before the final dot, is failed; all else is uncertain. A recipient
 * that does not exist is told from one that is refused for another reason.
 */
public final class SmtpOutcome {

    private SmtpOutcome() {}

    /** @param failure what the route failed with */
    public static DeliveryOutcome of(Throwable failure, String messageId) {
        if (failure instanceof Outlet.NoRoute) {
            return new Failed("no-route", failure.getMessage(), false);
        }
        String said = reason(failure);
        SmtpFailure smtp = smtpFailure(failure);
        if (smtp == null) {
            return new Uncertain(messageId, "error", said);
        }
        Optional<String> status = SmtpAnswers.badAddress(smtp);
        if (status.isPresent()) {
            return new AddressRefused(status.get(), said);
        }
        int answer = SmtpAnswers.code(smtp);
        if (answer >= 400 && answer <= 599) {
            return new Failed(Integer.toString(answer), said, answer >= 500 && blamesMessage(smtp));
        }
        return smtp.ending() ? new Uncertain(messageId, "no-answer", said) : new Failed("no-connection", said, false);
    }

    private static SmtpFailure smtpFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SmtpFailure smtp) {
                return smtp;
            }
        }
        return null;
    }

    /** A refused sender is the connection's fault: another channel would hide it, and nobody's address is wrong. */
    private static boolean blamesMessage(SmtpFailure failure) {
        for (Exception next = failure; next instanceof MessagingException known; next = known.getNextException()) {
            if (next instanceof SMTPSendFailedException refused) {
                return !refused.getCommand().startsWith("MAIL");
            }
        }
        return true;
    }
}
