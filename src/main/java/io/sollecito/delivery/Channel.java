package io.sollecito.delivery;

import io.sollecito.ledger.outbox.Claim;
import io.sollecito.reminders.message.ReminderFacts;
import java.util.List;

/** One way to reach a debtor: first everything that may fail without a trace, then the send itself. */
public interface Channel {

    /** What is to leave; {@code attachments} as the step names them, such as account-statement. */
    record Outgoing(Claim claim, ReminderFacts facts, List<String> attachments) {}

    /** A message ready to leave; sending it is the only thing left to do. */
    @FunctionalInterface
    interface Prepared {
        DeliveryOutcome send();
    }

    /** This message can never leave on this channel, such as one to an address that is none. */
    final class Unsendable extends Exception {
        private final String code;

        public Unsendable(String code, String reason) {
            super(reason);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** As dispatches name it: email, sms, task, handover. */
    String name();

    /** Composes and checks; throws MessageHeld when its words are incomplete. */
    Prepared prepare(Outgoing outgoing) throws Unsendable;
}
