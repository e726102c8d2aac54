package io.sollecito.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.model.Amounts;
import io.sollecito.model.CanonicalJson;
import io.sollecito.model.CasePlan;
import io.sollecito.model.Charge;
import io.sollecito.model.Counted;
import io.sollecito.model.Debtor;
import io.sollecito.model.ItemDecision;
import io.sollecito.model.OneLine;
import io.sollecito.model.OpenItem;
import io.sollecito.model.PlanOutcome;
import io.sollecito.model.PlannedReminder;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a planning run would do, debtor by debtor in constant memory: as JSON lines (the contract: decisions, then reminders,
 * then the summary), or for people.
 */
final class PlanReport implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm XXX");

    private final PrintWriter out;
    private final boolean asJson;
    private final LaterLines reminderLines = new LaterLines();
    private final Map<PlanOutcome, Integer> outcomes = new EnumMap<>(PlanOutcome.class);
    private int items;
    private int reminders;

    PlanReport(PrintWriter out, boolean asJson) {
        this.out = out;
        this.asJson = asJson;
    }

    /** Prints what is planned for one debtor. */
    void add(CasePlan plan) {
        items += plan.decisions().size();
        reminders += plan.reminders().size();
        plan.decisions().forEach(decision -> outcomes.merge(decision.outcome(), 1, Integer::sum));
        if (asJson) {
            json(plan);
        } else {
            text(plan);
        }
    }

    /** Prints what all debtors come to. */
    void end() {
        if (asJson) {
            reminderLines.print(out);
            ObjectNode summary = JSON.createObjectNode().put("kind", "summary").put("items", items);
            ObjectNode counts = summary.putObject("outcomes");
            outcomes.forEach((outcome, count) -> counts.put(outcome.text(), count));
            out.println(summary.put("reminders", reminders));
        } else {
            out.println();
            out.println(Counted.of(items, "open item") + ", " + Counted.of(reminders, "reminder"));
            outcomes.forEach((outcome, count) -> out.printf("  %7d  %s%n", count, outcome.text()));
        }
    }

    @Override
    public void close() {
        reminderLines.close();
    }

    private void json(CasePlan plan) {
        for (int i = 0; i < plan.decisions().size(); i++) {
            out.println(json(
                    plan.debtorCase().items().get(i).item(), plan.decisions().get(i)));
        }
        plan.reminders()
                .forEach(reminder -> reminderLines.add(
                        json(plan.debtorCase().debtor(), reminder).toString()));
    }

    private void text(CasePlan plan) {
        Debtor debtor = plan.debtorCase().debtor();
        out.println(plain(debtor.debtor()) + (debtor.name() == null ? "" : "  " + plain(debtor.name())));
        for (int i = 0; i < plan.decisions().size(); i++) {
            out.println(text(
                    plan.debtorCase().items().get(i).item(), plan.decisions().get(i)));
        }
        plan.reminders().forEach(reminder -> {
            out.println(text(reminder));
            reminder.charges().forEach(charge -> out.println(text(charge)));
        });
    }

    private static String text(OpenItem item, ItemDecision decision) {
        return "  %-24s %14s %s  due %-10s  %-17s %s"
                .formatted(
                        plain(number(item)) + (item.instalment() == 1 ? "" : "/" + item.instalment()),
                        Amounts.text(item.openAmount(), item.currency()),
                        item.currency(),
                        item.dueDate() == null ? "-" : item.dueDate(),
                        decision.outcome().text(),
                        plain(decision.reason()));
    }

    /** As the debtor knows it, then as the ERP does where that differs. */
    private static String number(OpenItem item) {
        String printed = item.numberForDebtor();
        return printed.equals(item.documentNo()) ? printed : printed + " (" + item.documentNo() + ")";
    }

    /** What comes from outside must not move the cursor of a terminal. */
    private static String plain(String text) {
        return OneLine.of(text);
    }

    private static String text(PlannedReminder reminder) {
        return "  > %s by %s%s on %s: %s %s for %s%s"
                .formatted(
                        reminder.step(),
                        reminder.channel(),
                        reminder.also().isEmpty() ? "" : " and " + String.join(", ", reminder.also()),
                        SHORT.format(reminder.sendAt()),
                        Amounts.text(reminder.total(), reminder.currency()),
                        reminder.currency(),
                        Counted.of(reminder.lines().size(), "line"),
                        reminder.payTo() == null
                                ? ""
                                : ", paid to " + plain(reminder.payTo().toString()));
    }

    private static String text(Charge charge) {
        OpenItem item = charge.item().item();
        return "    + %s %s %s on %s: %s"
                .formatted(
                        Amounts.text(charge.amount(), item.currency()),
                        item.currency(),
                        charge.kind().text(),
                        plain(number(item)),
                        charge.basis());
    }

    private static ObjectNode json(OpenItem item, ItemDecision decision) {
        return JSON.createObjectNode()
                .put("kind", "decision")
                .put("creditor", item.creditor())
                .put("source", item.source())
                .put("debtor", item.debtor())
                .put("documentNo", item.documentNo())
                .put("instalment", item.instalment())
                .put("outcome", decision.outcome().text())
                .put("plan", decision.plan())
                .put("step", decision.step())
                .put("reason", decision.reason());
    }

    private static ObjectNode json(Debtor debtor, PlannedReminder reminder) {
        ObjectNode json = JSON.createObjectNode()
                .put("kind", "reminder")
                .put("creditor", debtor.creditor())
                .put("debtor", debtor.debtor())
                .put("plan", reminder.plan())
                .put("step", reminder.step())
                .put("channel", reminder.channel());
        ArrayNode also = json.putArray("also");
        reminder.also().forEach(also::add);
        json.put("sendAt", MOMENT.format(reminder.sendAt()))
                .put(
                        "deadline",
                        reminder.deadline() == null ? null : reminder.deadline().toString())
                .put("currency", reminder.currency())
                .put("total", Amounts.text(reminder.total(), reminder.currency()));
        if (reminder.payTo() != null) {
            json.set("payTo", CanonicalJson.write(reminder.payTo()));
        }
        ArrayNode lines = json.putArray("items");
        for (PlannedReminder.Line line : reminder.lines()) {
            OpenItem item = line.item().item();
            lines.addObject()
                    .put("source", item.source())
                    .put("documentNo", item.documentNo())
                    .put("instalment", item.instalment())
                    .put("role", line.role().text())
                    .put("advances", line.advances())
                    .put("step", line.step())
                    .put("amount", Amounts.text(line.amount(), item.currency()));
        }
        ArrayNode charges = json.putArray("charges");
        reminder.charges().forEach(charge -> json(charges.addObject(), charge));
        return json;
    }

    private static void json(ObjectNode json, Charge charge) {
        OpenItem item = charge.item().item();
        json.put("source", item.source())
                .put("documentNo", item.documentNo())
                .put("instalment", item.instalment())
                .put("step", charge.step())
                .put("kind", charge.kind().text())
                .put("amount", Amounts.text(charge.amount(), item.currency()))
                .put("from", charge.from() == null ? null : charge.from().toString())
                .put("until", charge.until() == null ? null : charge.until().toString())
                .put("rate", charge.rate())
                .put("basis", charge.basis());
    }
}
