package io.sollecito.delivery.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.ledger.journal.Journal;
import io.sollecito.ledger.journal.SealedEvent;
import java.util.List;
import java.util.Set;

/** Writes an event without what a broker could never forget: who decided, and what that person wrote. */
final class EventWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Who acts without a person: the hub, and what it is told by machines. */
    private static final Set<String> MACHINES = Set.of("run", "message centre", "print house");

    private static final List<String> OF_PEOPLE = List.of("second", "reason");

    private EventWriter() {}

    static Event write(SealedEvent event) {
        Journal.Row row = event.row();
        boolean byItself = MACHINES.contains(row.actor());
        ObjectNode details = details(row);
        if (!byItself) {
            details.remove(OF_PEOPLE);
        }
        ObjectNode json = JSON.createObjectNode()
                .put("kind", "event")
                .put("id", row.id())
                .put("sealNo", event.sealNo())
                .put("at", row.at())
                .put("creditor", row.creditor())
                .put("source", event.source())
                .put("debtor", event.debtor())
                .put("event", row.event())
                .put("subject", row.subject())
                .put("by", byItself ? "run" : "person");
        json.set("details", details);
        return new Event(key(event), json.toString());
    }

    private static String key(SealedEvent event) {
        return event.row().creditor() + "/"
                + (event.debtor() == null ? event.row().subject() : event.source() + "/" + event.debtor());
    }

    private static ObjectNode details(Journal.Row row) {
        try {
            return JSON.readValue(row.details(), ObjectNode.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("journal row " + row.id() + " holds no JSON", broken);
        }
    }
}
