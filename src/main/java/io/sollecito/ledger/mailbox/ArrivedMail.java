package io.sollecito.ledger.mailbox;

import java.util.List;

/**
 * A message that came into a creditor's mailbox, and what it is.
 *
 * @param connection the route that polled it
 * @param key its Message-ID, or UID validity and UID: the same message again changes nothing
 * @param sender on one line, bounded; so are subject and reason
 * @param status of a bounce, such as 5.1.1; else null
 * @param returned the dispatch to whose own return path it came back, or null
 * @param quoted the e-mails of ours that it names by their Message-ID
 * @param references our reminders' references in its subject
 * @param recipients whom a delivery report or a complaint is about
 * @param topic of a reply: what it is about; else null
 */
public record ArrivedMail(
        String connection,
        String creditor,
        String key,
        Kind kind,
        String sender,
        String subject,
        String status,
        String reason,
        Long returned,
        List<Quoted> quoted,
        List<String> references,
        List<String> recipients,
        Topic topic) {

    /** A Message-ID of ours: the dispatch and the reminder's reference that it is made of. */
    public record Quoted(long dispatch, String reference) {}

    /** What a person's reply is about. */
    public enum Topic {
        PROMISE("promise"),
        DISPUTE("dispute"),
        ALREADY_PAID("already-paid"),
        /** Anything else, and what is not clear. */
        QUESTION("question");

        private final String text;

        Topic(String text) {
            this.text = text;
        }

        /** As the ledger writes it. */
        public String text() {
            return text;
        }
    }

    public enum Kind {
        HARD_BOUNCE("hard-bounce"),
        SOFT_BOUNCE("soft-bounce"),
        DELAYED("delayed"),
        DELIVERED("delivered"),
        COMPLAINT("complaint"),
        AUTO_REPLY("auto-reply"),
        REPLY("reply"),
        OTHER("other");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As the ledger writes it. */
        public String text() {
            return text;
        }

        /** Whether it is about one recipient: it counts only if it names the one that we sent to. */
        boolean isAboutRecipient() {
            return this == HARD_BOUNCE
                    || this == SOFT_BOUNCE
                    || this == DELAYED
                    || this == DELIVERED
                    || this == COMPLAINT;
        }
    }

    public ArrivedMail {
        quoted = List.copyOf(quoted);
        references = List.copyOf(references);
        recipients = List.copyOf(recipients);
    }
}
