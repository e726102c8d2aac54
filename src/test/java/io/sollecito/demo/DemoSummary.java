package io.sollecito.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How the demo ended, for finance (text) and for programs (JSON). */
public record DemoSummary(
        LocalDate from,
        LocalDate to,
        int days,
        List<DemoFigures.Creditor> creditors,
        List<String> violations,
        Path folder) {

    private static final Map<String, String> CHANNELS = Map.of(
            "email",
            "e-mails",
            "sms",
            "SMS",
            "letter",
            "letters",
            "registered-letter",
            "registered letters",
            "task",
            "telephone tasks");
    private static final Map<String, String> DECISIONS = Map.of(
            "allocated", "allocated by themselves",
            "candidates", "wait for a person",
            "unmatched", "unmatched",
            "notOurs", "not debtors' payments (fees, interest)",
            "returned", "returned");

    public String json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("from", from.toString()).put("to", to.toString()).put("businessDays", days);
        ArrayNode list = json.putArray("creditors");
        for (DemoFigures.Creditor creditor : creditors) {
            ObjectNode node = list.addObject()
                    .put("creditor", creditor.code())
                    .put("recordsRead", creditor.recordsRead())
                    .put("quarantinedWaiting", creditor.quarantined())
                    .put("openItems", creditor.openItems())
                    .put("openInErp", text(creditor.openInErp()))
                    .put("effectivelyOpen", text(creditor.effectivelyOpen()))
                    .put("received", text(creditor.received()))
                    .put("allocated", text(creditor.allocated()));
            creditor.remindersSent().forEach(node.putObject("remindersSent")::put);
            node.put("paidAfterReminder", creditor.paidAfterReminder())
                    .put("paidWithoutReminder", creditor.neverReminded());
            creditor.payments().forEach(node.putObject("payments")::put);
        }
        ObjectNode where = json.putObject("where");
        places().forEach((what, path) -> where.put(what, path.toString()));
        json.put("lawsHold", violations.isEmpty());
        violations.forEach(json.putArray("violations")::add);
        return json.toPrettyString();
    }

    public void print(PrintStream out) {
        out.println();
        out.printf("Eight weeks are over: %s to %s, %d business days.%n", from, to, days);
        for (DemoFigures.Creditor creditor : creditors) {
            out.println();
            out.println(creditor.code());
            line(out, "open in the ERP", amount(creditor.openInErp()) + " EUR in " + creditor.openItems() + " items");
            line(
                    out,
                    "effectively open",
                    amount(creditor.effectivelyOpen())
                            + " EUR, with what the bank shows and the ERP has not booked yet");
            if (creditor.effectivelyOpen().compareTo(creditor.openInErp()) > 0) {
                line(out, "", "(more than in the ERP: it still shows credits open that payments were netted with)");
            }
            line(
                    out,
                    "received",
                    amount(creditor.received()) + " EUR, of which allocated " + amount(creditor.allocated()));
            line(out, "payments", named(creditor.payments(), DECISIONS));
            line(out, "reminders sent", named(creditor.remindersSent(), CHANNELS));
            line(
                    out,
                    "reminders ended",
                    creditor.paidAfterReminder() + " items were paid after a reminder, " + creditor.neverReminded()
                            + " without one");
            line(out, "records read", creditor.recordsRead() + ", " + creditor.quarantined() + " still in quarantine");
        }
        out.println();
        out.println("Where to look:");
        places().forEach((what, path) -> out.printf("  %-10s %s%n", what, path));
        out.println();
        if (violations.isEmpty()) {
            out.println(
                    "All laws hold: nothing was sent twice, nothing after payment, no record was lost, and the books add up.");
        } else {
            out.println(violations.size() + " laws were broken:");
            violations.forEach(violation -> out.println("  " + violation));
        }
    }

    private Map<String, Path> places() {
        Map<String, Path> places = new java.util.LinkedHashMap<>();
        places.put("e-mails", folder.resolve("emails"));
        places.put("letters", folder.resolve("print-house/letters"));
        places.put("SMS", folder.resolve("sms"));
        return places;
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf("  %-18s %s%n", name, value);
    }

    private static String named(Map<String, Long> counts, Map<String, String> names) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " "
                                + counted(entry.getValue(), names.getOrDefault(entry.getKey(), entry.getKey())))
                        .collect(Collectors.joining(", "));
    }

    private static String counted(long number, String many) {
        return number == 1 && many.matches("e-mails|(registered )?letters|telephone tasks")
                ? many.substring(0, many.length() - 1)
                : many;
    }

    private static String text(BigDecimal amount) {
        return amount.setScale(2, java.math.RoundingMode.UNNECESSARY).toPlainString();
    }

    private static String amount(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }
}
