package io.sollecito.delivery.print;

import io.sollecito.ledger.outbox.Claim;
import io.sollecito.reminders.message.Letter;
import io.sollecito.reminders.message.ReminderFacts;

/** A letter that is ready for a package; its id is the same in every package that it is ever part of. */
record BatchLetter(Claim claim, ReminderFacts facts, Letter letter) {

    String letterId() {
        return facts.letterId();
    }

    String file() {
        return "letters/" + letterId() + ".pdf";
    }
}
