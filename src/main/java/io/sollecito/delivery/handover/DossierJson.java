package io.sollecito.delivery.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.delivery.handover.DossierItem.Message;
import io.sollecito.delivery.handover.DossierItem.Sending;
import io.sollecito.ledger.stories.ItemFacts.Held;
import io.sollecito.ledger.stories.MessageFacts.Called;
import io.sollecito.ledger.stories.MessageFacts.Receipt;
import io.sollecito.ledger.stories.PaymentFacts.Allocated;
import io.sollecito.model.Amounts;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.OneLine;
import io.sollecito.model.OpenItem;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;

/** The content of a dossier, as dossier.schema.json describes it. */
final class DossierJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Dossier dossier;
    private final Set<String> evidence = new TreeSet<>();

    private DossierJson(Dossier dossier) {
        this.dossier = dossier;
    }

    static String write(Dossier dossier) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(new DossierJson(dossier).whole())
                            .replace("\r\n", "\n")
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ObjectNode whole() {
        String currency = dossier.facts().currency();
        BigDecimal total = dossier.items().stream().map(DossierItem::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        ObjectNode node = JSON.createObjectNode()
                .put("kind", "dossier")
                .put("specVersion", 1)
                .put("dossier", dossier.facts().letterId())
                .put("handedOverAt", dossier.over().at().toString())
                .put("approvedBy", dossier.over().approvedBy())
                .put("plan", dossier.over().plan())
                .put("step", dossier.over().step())
                .put("reference", dossier.facts().reference());
        node.set("creditor", creditor());
        node.set("debtor", CanonicalJson.write(dossier.facts().debtor()));
        node.put("currency", currency).put("total", Amounts.text(total, currency));
        ArrayNode items = node.putArray("items");
        dossier.items().forEach(item -> items.add(item(item)));
        ArrayNode files = node.putArray("evidence");
        evidence.forEach(files::add);
        node.putArray("files").add(Dossier.HISTORY).add(Dossier.STATEMENT);
        return node;
    }

    private ObjectNode creditor() {
        var creditor = dossier.facts().creditor();
        return JSON.createObjectNode()
                .put("code", creditor.code())
                .put("name", creditor.name())
                .put("country", creditor.country())
                .put("vatId", creditor.letterhead().vatId())
                .put("payee", dossier.facts().payee())
                .put("payTo", dossier.facts().iban());
    }

    private ObjectNode item(DossierItem of) {
        OpenItem item = of.item();
        ObjectNode node = JSON.createObjectNode()
                .put("source", item.source())
                .put("itemKey", item.itemKey())
                .put("documentNo", item.documentNo())
                .put("printedNo", item.printedNo())
                .put("instalment", item.instalment())
                .put("type", item.type().name())
                .put("issueDate", text(item.issueDate()))
                .put("dueDate", text(item.dueDate()))
                .put("originalAmount", Amounts.text(item.originalAmount(), item.currency()))
                .put("openAmount", Amounts.text(of.open(), item.currency()));
        ArrayNode reminders = node.putArray("reminders");
        of.reminders().forEach(sending -> reminders.add(reminder(sending, item.currency())));
        ArrayNode holds = node.putArray("holds");
        of.holds().forEach(held -> holds.add(hold(held)));
        ArrayNode payments = node.putArray("payments");
        of.payments().forEach(paid -> payments.add(payment(paid)));
        return node;
    }

    private ObjectNode reminder(Sending sending, String currency) {
        ObjectNode node = JSON.createObjectNode()
                .put("plan", sending.reminder().plan())
                .put("step", sending.reminder().step())
                .put("reference", sending.reminder().reference())
                .put("amount", Amounts.text(sending.reminder().amount(), currency))
                .put("advances", sending.reminder().advances())
                .put("state", sending.reminder().state());
        ArrayNode messages = node.putArray("messages");
        sending.messages().forEach(message -> messages.add(message(message)));
        return node;
    }

    private ObjectNode message(Message message) {
        ObjectNode node = JSON.createObjectNode()
                .put("channel", message.sent().channel())
                .put("state", message.sent().state())
                .put("at", message.sent().stateAt().toString())
                .put("batch", message.sent().batch());
        ArrayNode receipts = node.putArray("receipts");
        message.receipts().forEach(receipt -> receipts.add(receipt(receipt)));
        ArrayNode calls = node.putArray("calls");
        for (Called call : message.calls()) {
            calls.addObject()
                    .put("at", call.at().toString())
                    .put("result", call.result())
                    .put("note", OneLine.of(call.note()))
                    .put("by", call.by());
        }
        return node;
    }

    private ObjectNode receipt(Receipt receipt) {
        if (receipt.postal().evidence() != null) {
            evidence.add(receipt.postal().evidence());
        }
        return JSON.createObjectNode()
                .put("at", receipt.at().toString())
                .put("state", receipt.state())
                .put("reason", OneLine.of(receipt.reason()))
                .put("evidence", receipt.postal().evidence());
    }

    private static ObjectNode hold(Held held) {
        return JSON.createObjectNode()
                .put("kind", held.kind())
                .put("reason", OneLine.of(held.reason()))
                .put("owner", held.owner())
                .put("from", held.from().toString())
                .put("until", text(held.until()))
                .put("endedAt", text(held.endedAt()));
    }

    private static ObjectNode payment(Allocated paid) {
        return JSON.createObjectNode()
                .put("bookingDate", text(paid.booked()))
                .put("amount", Amounts.text(paid.amount(), paid.currency()))
                .put("for", paid.purpose())
                .put("state", paid.state());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
