package io.sollecito.delivery.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the hub looks at of a message that came in: texts of others, on one line and bounded.
 *
 * @param headers the first value of each, by name in lower case
 * @param sender the address that it says it is from; empty when there is none
 * @param subject decoded
 * @param answers the Message-IDs that its headers answer, without angle brackets
 * @param report what a machine reports in it, or null
 * @param words what its sender wrote, without what he quotes; bounded, and never kept
 */
public record IncomingMail(
        Map<String, String> headers, String sender, String subject, List<String> answers, Report report, String words) {

    /** A part for machines. */
    public sealed interface Report {

        /** RFC 3464; {@code quoted} are the Message-IDs of the returned message. */
        record Delivery(List<Recipient> recipients, List<String> quoted) implements Report {}

        /**
         * ARF (RFC 5965), such as a complaint.
         *
         * @param type such as abuse
         * @param recipients whom the message had been sent to, as far as the report says it
         * @param mailFrom the envelope's sender of the message; empty when the report lacks it
         */
        record Feedback(String type, List<String> recipients, String mailFrom, List<String> quoted) implements Report {}

        /** RFC 8098: somebody's program says that the message was opened or deleted. */
        record Disposition(List<String> quoted) implements Report {}
    }

    /**
     * What is reported of one recipient.
     *
     * @param addresses the original and the final one
     * @param action failed, delayed, delivered, relayed or expanded
     * @param status such as 5.1.1; empty when the report lacks it
     * @param diagnostic what the remote server said
     */
    public record Recipient(List<String> addresses, String action, String status, String diagnostic) {}

    public IncomingMail {
        headers = Map.copyOf(headers);
        answers = List.copyOf(answers);
    }

    /** The header's first value; empty when there is none. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
