package io.sollecito.reminders.charges;

import io.sollecito.model.Amounts;
import io.sollecito.model.DidYouMean;
import io.sollecito.reminders.charges.InterestRule.WhichHalfYear;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads what a country's law gives: interest and compensation. */
final class LawReader {

    static final List<String> INTEREST_KEYS = List.of("over", "points", "rate", "halfYear", "days", "from", "rounding");
    static final List<String> HALF_YEARS = List.of("each", "of default");
    static final List<String> DAYS =
            Arrays.stream(DayCount.values()).map(DayCount::word).toList();
    static final List<String> ROUNDINGS = List.of("half-up", "half-even");
    static final List<String> COMPENSATION_KEYS = List.of("amounts", "per");
    static final List<String> PER = List.of("instalment", "invoice");

    private final RateFields fields;
    private final Map<String, ReferenceRate> references;

    LawReader(RateFields fields, Map<String, ReferenceRate> references) {
        this.fields = fields;
        this.references = references;
    }

    /** Null when there is none. */
    InterestRule interest(YamlNode node) {
        if (node == null
                || !fields.isMap(node, "'interest' is a map", "Such as {over: ecb, points: 8.00, from: due}.")) {
            return null;
        }
        fields.allow(node, INTEREST_KEYS);
        ReferenceRate over = over(node.get("over"));
        YamlNode points = node.get(node.get("over") == null ? "rate" : "points");
        if (points == null || node.get("rate") != null && node.get("points") != null) {
            fields.wrong(
                    node,
                    "it says no rate, or two",
                    "Write {over: ecb, points: 8.00} for points over a reference rate, or {rate: 5.00}.");
            return null;
        }
        return new InterestRule(
                over,
                fields.rate(points),
                fields.oneOf(node, "halfYear", HALF_YEARS, "each").equals("each")
                        ? WhichHalfYear.EACH
                        : WhichHalfYear.OF_DEFAULT,
                DayCount.values()[DAYS.indexOf(fields.oneOf(node, "days", DAYS, "365"))],
                starts(node.get("from")),
                fields.oneOf(node, "rounding", ROUNDINGS, "half-up").equals("half-up")
                        ? RoundingMode.HALF_UP
                        : RoundingMode.HALF_EVEN);
    }

    private ReferenceRate over(YamlNode node) {
        if (node == null) {
            return null;
        }
        if (!references.containsKey(node.text())) {
            fields.wrong(
                    node,
                    "there is no reference rate '" + node.text() + "'",
                    DidYouMean.hint(node.text(), references.keySet()) + "Under 'rates' there are: "
                            + String.join(", ", references.keySet()) + ".");
        }
        return references.get(node.text());
    }

    private List<Start> starts(YamlNode node) {
        if (node == null) {
            return List.of(Start.AT_DUE);
        }
        List<Start> starts = new ArrayList<>();
        for (YamlNode word : node.list()) {
            Start.parse(word.text())
                    .ifPresentOrElse(
                            starts::add,
                            () -> fields.wrong(
                                    word,
                                    "'" + word.text() + "' is nothing that interest runs from",
                                    "Write due, reminder, '3d after reminder' or '30d after due and invoice'."));
        }
        return starts;
    }

    /** Null when there is none. */
    Compensation compensation(YamlNode node) {
        if (node == null
                || !fields.isMap(node, "'compensation' is a map", "Such as {amounts: {EUR: 40.00}, per: invoice}.")) {
            return null;
        }
        fields.allow(node, COMPENSATION_KEYS);
        Map<String, NavigableMap<BigDecimal, BigDecimal>> amounts = new HashMap<>();
        YamlNode given = node.get("amounts");
        if (given == null || !given.isMap()) {
            fields.wrong(node, "it names no amount", "Such as amounts: {EUR: 40.00}.");
        } else {
            fields.addAll(given.repeatedKeys());
            given.map().forEach((currency, amount) -> {
                if (!Amounts.isCurrency(currency)) {
                    fields.wrong(amount, "'" + currency + "' is no currency", "Use an ISO 4217 code such as EUR.");
                }
                amounts.put(currency, bands(amount));
            });
        }
        return new Compensation(
                amounts, fields.oneOf(node, "per", PER, "instalment").equals("invoice"));
    }

    /** One amount for all debts, or amounts by the debt from which on they apply. */
    private NavigableMap<BigDecimal, BigDecimal> bands(YamlNode node) {
        NavigableMap<BigDecimal, BigDecimal> bands = new TreeMap<>();
        if (node.isMap()) {
            fields.addAll(node.repeatedKeys());
            node.map().forEach((from, amount) -> {
                if (from.matches(RateFields.AMOUNT)) {
                    bands.put(new BigDecimal(from), fields.amount(amount));
                } else {
                    fields.wrong(amount, "'" + from + "' is no amount", "Write the debt from which on it applies.");
                }
            });
        } else {
            bands.put(BigDecimal.ZERO, fields.amount(node));
        }
        return bands;
    }
}
