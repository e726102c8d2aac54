package io.sollecito.delivery.mailbox;

import io.sollecito.ledger.mailbox.ArrivedMail.Topic;
import java.util.List;

/** What a message that came in is, and why it is taken for that. */
public sealed interface MailMeaning {

    /** The rule that decided, with what it saw: for people, not for the journal. */
    String reason();

    /** The Message-IDs that it names as those it is about. */
    List<String> quoted();

    /** For good: the address takes no mail ({@code status} 5.x.x). */
    record HardBounce(String status, List<String> recipients, List<String> quoted, String reason)
            implements MailMeaning {}

    /** The server gave up, but the address may take mail later ({@code status} 4.x.x). */
    record SoftBounce(String status, List<String> recipients, List<String> quoted, String reason)
            implements MailMeaning {}

    /** Not delivered yet, and still being tried: sending it again would make two of it. */
    record Delayed(List<String> recipients, List<String> quoted, String reason) implements MailMeaning {}

    record Delivered(List<String> recipients, List<String> quoted, String reason) implements MailMeaning {}

    /** The recipient called it unwanted; {@code returnPath} is the envelope's sender that the report names, or empty. */
    record Complaint(List<String> recipients, String returnPath, List<String> quoted, String reason)
            implements MailMeaning {}

    /** A machine answered: out of office, a ticket number, a read receipt. */
    record AutoReply(List<String> quoted, String reason) implements MailMeaning {}

    /**
     * A person answered.
     *
     * @param references our reminders' references in the subject
     * @param topic what it is about, as far as its words are clear
     */
    record Reply(List<String> quoted, List<String> references, String reason, Topic topic) implements MailMeaning {}

    /** Anything else: left where it is, and shown. */
    record Other(List<String> quoted, String reason) implements MailMeaning {}
}
