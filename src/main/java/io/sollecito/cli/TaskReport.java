package io.sollecito.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.ledger.tasks.OpenTask;
import io.sollecito.model.Amounts;
import io.sollecito.model.Contact;
import io.sollecito.model.Recipients;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call to make, for people and as JSON. */
record TaskReport(OpenTask task, LocalDate since, String script) {

    private static final ObjectMapper JSON = new ObjectMapper();

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Optional<Contact> contact = Recipients.toCall(task.debtor());
        lines.add("task " + task.id() + "  " + task.creditor() + "  debtor "
                + task.debtor().debtor() + "  "
                + (task.debtor().name() == null ? "" : task.debtor().name()) + "  "
                + contact.map(TaskReport::whom).orElse("no number known")
                + (task.followUp() == null ? "" : "  follow-up of " + task.followUp() + " after " + task.lastResult()));
        task.items()
                .forEach(item -> lines.add("  " + item.number() + "  due " + item.dueDate() + "  "
                        + Amounts.text(item.open(), task.currency()) + " " + task.currency()));
        if (script != null) {
            lines.add("");
            script.lines().forEach(line -> lines.add("    " + line));
            lines.add("");
        }
        return lines;
    }

    String json() {
        Optional<Contact> contact = Recipients.toCall(task.debtor());
        ObjectNode node = JSON.createObjectNode()
                .put("kind", "task")
                .put("task", task.id())
                .put("creditor", task.creditor())
                .put("source", task.debtor().source())
                .put("debtor", task.debtor().debtor())
                .put("name", task.debtor().name())
                .put("contact", contact.map(Contact::name).orElse(null))
                .put("phone", contact.map(Contact::phone).orElse(null))
                .put("step", task.step())
                .put("since", since.toString())
                .put("lastResult", task.lastResult())
                .put(
                        "followUp",
                        task.followUp() == null ? null : task.followUp().toString())
                .put("currency", task.currency())
                .put("total", Amounts.text(task.total(), task.currency()));
        ArrayNode items = node.putArray("items");
        task.items()
                .forEach(item -> items.addObject()
                        .put("item", item.id())
                        .put("documentNo", item.documentNo())
                        .put("printedNo", item.printedNo())
                        .put("instalment", item.instalment())
                        .put(
                                "dueDate",
                                item.dueDate() == null ? null : item.dueDate().toString())
                        .put("openAmount", Amounts.text(item.open(), task.currency())));
        return node.put("script", script).toString();
    }

    private static String whom(Contact contact) {
        return (contact.name() == null ? "" : contact.name() + ", ") + contact.phone();
    }
}
