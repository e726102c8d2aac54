package io.sollecito.delivery.handover;

import io.sollecito.ledger.stories.ItemFacts.Held;
import io.sollecito.ledger.stories.MessageFacts.Called;
import io.sollecito.ledger.stories.MessageFacts.Receipt;
import io.sollecito.ledger.stories.MessageFacts.Reminded;
import io.sollecito.ledger.stories.MessageFacts.Sent;
import io.sollecito.ledger.stories.PaymentFacts.Allocated;
import io.sollecito.ledger.stories.Stories;
import io.sollecito.model.Hold;
import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.util.List;

/** One item that was handed over, with all that happened about it. {@code open}: as it was handed over. */
record DossierItem(
        OpenItem item, BigDecimal open, List<Sending> reminders, List<Held> holds, List<Allocated> payments) {

    /** One reminder with the messages that it was sent by. */
    record Sending(Reminded reminder, List<Message> messages) {}

    /** One message with what came back about it. */
    record Message(Sent sent, List<Receipt> receipts, List<Called> calls) {}

    static DossierItem of(long id, OpenItem item, BigDecimal open, Stories stories) {
        return new DossierItem(
                item,
                open,
                stories.messages().remindersOfItem(id).stream()
                        .map(reminder -> new Sending(reminder, messages(reminder, stories)))
                        .toList(),
                // That it is handed over is what the dossier itself says.
                stories.items().holdsOfItem(id).stream()
                        .filter(held -> !held.kind().equals(Hold.HANDED_OVER))
                        .toList(),
                stories.payments().allocationsOfItem(id));
    }

    private static List<Message> messages(Reminded reminder, Stories stories) {
        return stories.messages().dispatchesOfReminder(reminder.id()).stream()
                .map(sent -> new Message(
                        sent,
                        stories.messages().receipts(sent.id()),
                        stories.messages().calls(sent.id())))
                .toList();
    }
}
