package io.sollecito.delivery;

import io.sollecito.ledger.outbox.Claim;
import io.sollecito.reminders.message.ReminderFacts;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One way to reach a debtor: first everything that may fail without a trace, then the send itself. */
public interface Channel {

    /**
     * What is to leave.
     *
     * @param attachments as the step names them, such as account-statement
     * @param thread the ids of earlier e-mails that this one continues, oldest first
     */
    record Outgoing(Claim claim, ReminderFacts facts, List<String> attachments, List<String> thread) {}

    /** A message ready to leave; sending it is the only thing left to do. */
    @FunctionalInterface
    interface Prepared {
        DeliveryOutcome send();

        /**
         * Sends, unless it was withdrawn meanwhile.
         *
         * @param mayLeave asked once, as late as the channel can: what stops before the question never left, what stops
         *     after it is uncertain
         */
        default DeliveryOutcome sendIf(BooleanSupplier mayLeave) {
            return mayLeave.getAsBoolean() ? send() : new DeliveryOutcome.Withdrawn();
        }
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

    /** As dispatches name it: email, sms, webhook, task, handover. */
    String name();

    /** Composes and checks; throws MessageHeld when its words are incomplete. */
    Prepared prepare(Outgoing outgoing) throws Unsendable;
}
