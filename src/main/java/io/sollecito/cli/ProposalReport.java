package io.sollecito.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sollecito.ledger.proposals.Proposals.Item;
import io.sollecito.ledger.proposals.Proposals.Message;
import io.sollecito.ledger.proposals.Proposals.Open;
import io.sollecito.model.Amounts;
import io.sollecito.model.Creditor;
import io.sollecito.model.OneLine;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** A run's proposal as JSON lines (items, then messages, then totals) or for people, in constant memory. */
final class ProposalReport {

    private record Key(String plan, String step, String channel, String currency) {}

    private record Sum(long messages, long items, BigDecimal amount) {
        Sum plus(Sum other) {
            return new Sum(messages + other.messages, items + other.items, amount.add(other.amount));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final PrintWriter out;
    private final boolean asJson;
    private final Creditor creditor;
    private final Map<Key, Sum> totals = new TreeMap<>(Comparator.comparing(Key::plan)
            .thenComparing(Key::step)
            .thenComparing(Key::channel)
            .thenComparing(Key::currency));
    private long run;
    private boolean inMessages;

    ProposalReport(PrintWriter out, boolean asJson, Creditor creditor) {
        this.out = out;
        this.asJson = asJson;
        this.creditor = creditor;
    }

    void begin(Open open) {
        run = open.run();
        if (asJson) {
            out.println(line("proposal")
                    .put("date", open.date().toString())
                    .put("messages", open.messages())
                    .put("approved", open.approved()));
        } else {
            out.printf(
                    "run %d of %s, %s: %d messages wait for release, %d of them approved%n%n",
                    run, creditor.code(), open.date(), open.messages(), open.approved());
        }
    }

    void add(Item item) {
        String open = Amounts.text(item.open(), item.currency());
        if (asJson) {
            out.println(line("item")
                    .put("item", item.item())
                    .put("source", item.source())
                    .put("debtor", item.debtor())
                    .put("documentNo", item.documentNo())
                    .put("instalment", item.instalment())
                    .put("currency", item.currency())
                    .put("openAmount", open)
                    .put("outcome", item.outcome())
                    .put("plan", item.plan())
                    .put("step", item.step())
                    .put("reason", item.reason())
                    .put("reminder", item.message()));
        } else {
            out.printf(
                    "  %-12s %-20s item:%-8d %14s %s  %-17s %s%n",
                    OneLine.of(item.debtor()),
                    OneLine.of(item.documentNo()) + (item.instalment() == 1 ? "" : "/" + item.instalment()),
                    item.item(),
                    open,
                    item.currency(),
                    item.outcome(),
                    OneLine.of(item.reason()));
        }
    }

    void add(Message message) {
        totals.merge(
                new Key(message.plan(), message.step(), message.channels().get(0), message.currency()),
                new Sum(1, message.items(), message.total()),
                Sum::plus);
        String total = Amounts.text(message.total(), message.currency());
        if (asJson) {
            ObjectNode line = line("message")
                    .put("reminder", message.reminder())
                    .put("source", message.source())
                    .put("debtor", message.debtor())
                    .put("plan", message.plan())
                    .put("step", message.step());
            ArrayNode channels = line.putArray("channels");
            message.channels().forEach(channels::add);
            out.println(line.put("sendAt", MOMENT.format(message.sendAt().atZone(creditor.zone())))
                    .put("currency", message.currency())
                    .put("total", total)
                    .put("items", message.items())
                    .put("approvedBy", message.approvedBy()));
            return;
        }
        if (!inMessages) {
            inMessages = true;
            out.println();
        }
        out.printf(
                "  > reminder:%-8d %-12s %s  %s by %s on %s: %s %s%s%n",
                message.reminder(),
                OneLine.of(message.debtor()),
                OneLine.of(message.name() == null ? "" : message.name()),
                message.step(),
                String.join(" and ", message.channels()),
                SHORT.format(message.sendAt().atZone(creditor.zone())),
                total,
                message.currency(),
                message.approvedBy() == null ? "" : "  approved by " + OneLine.of(message.approvedBy()));
    }

    void end() {
        if (!asJson) {
            out.println();
        }
        totals.forEach((key, sum) -> {
            String amount = Amounts.text(sum.amount(), key.currency());
            if (asJson) {
                out.println(line("total")
                        .put("plan", key.plan())
                        .put("step", key.step())
                        .put("channel", key.channel())
                        .put("currency", key.currency())
                        .put("messages", sum.messages())
                        .put("items", sum.items())
                        .put("amount", amount));
            } else {
                out.printf(
                        "  %s / %s by %s: %d messages about %d items, %s %s%n",
                        key.plan(), key.step(), key.channel(), sum.messages(), sum.items(), amount, key.currency());
            }
        });
    }

    private ObjectNode line(String kind) {
        return JSON.createObjectNode()
                .put("kind", kind)
                .put("creditor", creditor.code())
                .put("run", run);
    }
}
