package io.sollecito.delivery.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.model.Amounts;
import io.sollecito.model.Contact;
import io.sollecito.model.Debtor;
import io.sollecito.model.OpenItem;
import io.sollecito.reminders.message.ReminderFacts;
import io.sollecito.reminders.message.ReminderFacts.Listed;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A reminder as the JSON that {@code webhook.schema.json} describes: the facts, and the short text of its template. */
final class WebhookBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WebhookBody() {}

    /** @param text the template's text for phones: neutral, without amounts */
    static byte[] of(String id, ReminderFacts facts, String text) {
        ObjectNode body = JSON.createObjectNode()
                .put("version", 1)
                .put("event", "reminder")
                .put("id", id);
        creditor(body.putObject("creditor"), facts);
        debtor(body.putObject("debtor"), facts.debtor());
        body.put("plan", facts.plan())
                .put("step", facts.step())
                .put("template", facts.template())
                .put("language", facts.language())
                .put("date", day(facts.date()))
                .put("payBy", day(facts.deadline()))
                .put("paymentsConsideredUntil", day(facts.consideredUntil()))
                .put("currency", facts.currency())
                .put("total", amount(facts.total(), facts.currency()))
                .put("reference", facts.reference())
                .put("text", text);
        ArrayNode items = body.putArray("items");
        facts.items().forEach(listed -> item(items.addObject(), listed));
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void creditor(ObjectNode node, ReminderFacts facts) {
        node.put("creditor", facts.creditor().code())
                .put("name", facts.creditor().name())
                .put("payee", facts.payee())
                .put("iban", facts.iban())
                .put("bic", facts.bic());
    }

    private static void debtor(ObjectNode node, Debtor debtor) {
        node.put("source", debtor.source())
                .put("debtor", debtor.debtor())
                .put("name", debtor.name())
                .put("class", debtor.debtorClass())
                .put("language", debtor.language())
                .put("country", debtor.country());
        ArrayNode contacts = node.putArray("contacts");
        for (Contact contact : debtor.contacts()) {
            contacts.addObject()
                    .put("role", contact.role())
                    .put("name", contact.name())
                    .put("email", contact.email())
                    .put("phone", contact.phone());
        }
    }

    private static void item(ObjectNode node, Listed listed) {
        OpenItem item = listed.item();
        node.put("source", item.source())
                .put("documentNo", item.documentNo())
                .put("printedNo", item.printedNo())
                .put("instalment", item.instalment())
                .put("type", item.type().name())
                .put("issueDate", day(item.issueDate()))
                .put("dueDate", day(item.dueDate()))
                .put("role", listed.role())
                .put("advances", listed.advances())
                .put("amount", amount(listed.amount(), item.currency()));
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String amount(BigDecimal amount, String currency) {
        return Amounts.scaled(amount, currency).toPlainString();
    }
}
