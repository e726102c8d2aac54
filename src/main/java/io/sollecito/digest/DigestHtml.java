package io.sollecito.digest;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.sollecito.digest.Section.Kind;
import io.sollecito.digest.Section.Row;
import io.sollecito.ledger.figures.Ageing;
import io.sollecito.ledger.figures.MoneyReceived;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A digest as HTML for mail readers: tables only, readable at 360 pixels. Everything foreign is escaped. */
final class DigestHtml {

    private final Template template;

    DigestHtml() {
        try (InputStream page = DigestHtml.class.getResourceAsStream("/digest/digest.html")) {
            template = Mustache.compiler().compile(new InputStreamReader(page, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String write(Digest digest, List<Section> sections) {
        String currency = digest.mainBalance().currency();
        return template.execute(Map.of(
                "creditor", digest.creditor().name(),
                "day", Words.longDay(digest.day()),
                "tiles", tiles(digest, currency),
                "calm", digest.toDecide() == 0 && digest.problems().isEmpty(),
                "sections", sections.stream().map(DigestHtml::section).toList(),
                "chartCid", DigestMail.CHART_CID,
                "asOf",
                        digest.at()
                                .atZone(digest.creditor().zone())
                                .format(DateTimeFormatter.ofPattern("HH:mm, d MMMM yyyy", Locale.ENGLISH))));
    }

    private static List<Map<String, Object>> tiles(Digest digest, String currency) {
        BigDecimal overdue = digest.figures().ageing().stream()
                .filter(ageing -> ageing.currency().equals(currency))
                .map(Ageing::overdue)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        BigDecimal received = digest.figures().receipts().stream()
                .filter(receipts -> receipts.currency().equals(currency))
                .map(MoneyReceived::received)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        return List.of(
                tile("Open", Words.amount(digest.mainBalance().closing(), currency), currency, false),
                tile("Overdue", Words.amount(overdue, currency), currency, false),
                tile("Received", Words.amount(received, currency), currency, false),
                tile("To decide", Words.count(digest.toDecide()), "", digest.toDecide() > 0));
    }

    private static Map<String, Object> tile(String label, String value, String unit, boolean urgent) {
        return Map.of("label", label, "value", value, "unit", unit, "urgent", urgent);
    }

    private static Map<String, Object> section(Section section) {
        Map<String, Object> values = new HashMap<>();
        values.put("title", section.title());
        values.put("note", section.note() == null ? false : section.note());
        values.put("urgent", section.urgent());
        values.put("chart", section.chart());
        values.put("chartText", section.chart() ? chartText(section) : "");
        values.put(
                "rows",
                section.rows().stream().map(row -> row(row, section.urgent())).toList());
        return values;
    }

    private static String chartText(Section section) {
        return section.rows().stream()
                .filter(row -> row.kind() == Kind.LINE)
                .map(row -> row.label() + " " + Words.amount(row.amount(), row.currency()))
                .reduce("Bar chart of the table below: ", (a, b) -> a + (a.endsWith(": ") ? "" : ", ") + b);
    }

    /** @param mixed whether the section's amounts may be in several currencies */
    private static Map<String, Object> row(Row row, boolean mixed) {
        Map<String, Object> values = new HashMap<>();
        values.put("label", row.label());
        values.put("detail", row.detail() == null ? false : row.detail());
        values.put("count", row.amount() != null && row.count() != null ? Words.count(row.count()) : false);
        values.put("amount", row.amount() == null ? false : row.figure() + (mixed ? " " + row.currency() : ""));
        values.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
        return values;
    }
}
