package io.sollecito.delivery.email;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What the server itself said. */
final class SmtpAnswers {

    private static final Set<Integer> ADDRESS_CODES = Set.of(550, 551, 553);

    /** Of 5.1.x those about the recipient: 5.1.7 and 5.1.8 blame the sender, 5.1.9 a server on the way. */
    private static final Pattern NO_SUCH_ADDRESS = Pattern.compile("[0-9]{3}[ -](5\\.1\\.(?:[012346]|10))(?![0-9.])");

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

    /**
     * The enhanced status (RFC 3463) of an answer to RCPT TO that says that there is no such address. A code without it
     * may as well be a policy (5.7.x), and so may a refusal of anything but the recipient.
     */
    static Optional<String> badAddress(MessagingException failure) {
        for (Exception next = failure; next instanceof MessagingException known; next = known.getNextException()) {
            if (next instanceof SMTPAddressFailedException refused && ADDRESS_CODES.contains(refused.getReturnCode())) {
                Matcher answer = NO_SUCH_ADDRESS.matcher(String.valueOf(refused.getMessage()));
                return answer.lookingAt() ? Optional.of(answer.group(1)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether the server refused in words, so that the connection may still be used; 421 announces that it closes. */
    static boolean isAnswered(MessagingException failure) {
        int code = code(failure);
        return code >= 400 && code <= 599 && code != 421;
    }
}
