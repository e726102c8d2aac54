package io.sollecito.delivery.handover;

import io.sollecito.ledger.stories.Stories;
import io.sollecito.ledger.stories.StoryFacts.Called;
import io.sollecito.ledger.stories.StoryFacts.Held;
import io.sollecito.ledger.stories.StoryFacts.Paid;
import io.sollecito.ledger.stories.StoryFacts.Receipt;
import io.sollecito.ledger.stories.StoryFacts.Reminded;
import io.sollecito.ledger.stories.StoryFacts.Sent;
import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.util.List;

/** One item that was handed over, with all that happened about it. {@code open}: as it was handed over. */
record DossierItem(OpenItem item, BigDecimal open, List<Sending> reminders, List<Held> holds, List<Paid> payments) {

    /** One reminder with the messages that it was sent by. */
    record Sending(Reminded reminder, List<Message> messages) {}

    /** One message with what came back about it. */
    record Message(Sent sent, List<Receipt> receipts, List<Called> calls) {}

    static DossierItem of(long id, OpenItem item, BigDecimal open, Stories stories) {
        return new DossierItem(
                item,
                open,
                stories.remindersOfItem(id).stream()
                        .map(reminder -> new Sending(reminder, messages(reminder, stories)))
                        .toList(),
                // That it is handed over is what the dossier itself says.
                stories.holdsOfItem(id).stream()
                        .filter(held -> !held.kind().equals("handed-over"))
                        .toList(),
                stories.paymentsOfItem(id));
    }

    private static List<Message> messages(Reminded reminder, Stories stories) {
        return stories.dispatchesOfReminder(reminder.id()).stream()
                .map(sent -> new Message(sent, stories.receipts(sent.id()), stories.calls(sent.id())))
                .toList();
    }
}
