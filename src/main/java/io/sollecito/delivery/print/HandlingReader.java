package io.sollecito.delivery.print;

import io.sollecito.delivery.print.Handling.LatestPosting;
import io.sollecito.model.Amounts;
import io.sollecito.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a profile agrees about letters beyond how they look and when they go. */
final class HandlingReader {

    static final List<String> WEIGHT_KEYS = List.of("sheet", "envelope");
    static final List<String> CLASS_KEYS = List.of("upTo", "name", "postage");
    static final List<String> CLASS_REQUIRED = List.of("upTo", "name");
    private static final int HEAVIEST_PART = 500;
    private static final Set<String> PLACEHOLDERS = Set.of("{letterId}", "{batchId}", "{senderId}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}?");
    private static final Pattern POSTAGE = Pattern.compile("([0-9]{1,4}\\.[0-9]{2,3}) ([A-Z]{3})");
    private static final Pattern INSERT = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final ProfileFields fields;

    HandlingReader(ProfileFields fields) {
        this.fields = fields;
    }

    Handling read(YamlNode profile) {
        Handling usual = Handling.USUAL;
        return new Handling(
                fields.flag(profile, "addressSheet", usual.addressSheet()),
                profile.get("scanAR") == null ? null : Boolean.valueOf(fields.flag(profile, "scanAR", false)),
                latestPosting(profile),
                inserts(profile),
                returnCode(profile),
                fields.number(profile, "purgeDays", 1, 3650, usual.purgeDays()),
                fields.text(profile, "contact"),
                grams(profile, "sheet", usual.sheetGrams()),
                grams(profile, "envelope", usual.envelopeGrams()));
    }

    private int grams(YamlNode profile, String of, int usual) {
        YamlNode weight = profile.get("weight");
        if (weight == null) {
            return usual;
        }
        fields.keys(weight, WEIGHT_KEYS, List.of());
        return fields.number(weight, of, 1, HEAVIEST_PART, usual);
    }

    /** Of one product, from the lightest to the heaviest. */
    List<WeightClass> weightClasses(YamlNode product) {
        List<WeightClass> classes = new ArrayList<>();
        YamlNode weights = product.get("weights");
        for (YamlNode each : weights == null ? List.<YamlNode>of() : weights.list()) {
            fields.keys(each, CLASS_KEYS, CLASS_REQUIRED);
            WeightClass next = weightClass(each);
            if (each.get("upTo") != null
                    && !classes.isEmpty()
                    && classes.get(classes.size() - 1).grams() >= next.grams()) {
                fields.problem(each, "a weight class follows one that takes as much", "Begin with the lightest class.");
            }
            classes.add(next);
        }
        return classes;
    }

    private WeightClass weightClass(YamlNode node) {
        int grams = fields.number(node, "upTo", 1, 10_000, 1);
        String name = fields.text(node, "name");
        YamlNode postage = node.get("postage");
        if (postage == null) {
            return new WeightClass(grams, name, null, null);
        }
        Matcher amount = POSTAGE.matcher(postage.text().strip());
        if (!amount.matches() || !Amounts.isCurrency(amount.group(2))) {
            fields.problem(
                    postage,
                    "'" + postage.text() + "' is no postage",
                    "Write an amount with its currency such as 1.30 EUR.");
            return new WeightClass(grams, name, null, null);
        }
        return new WeightClass(grams, name, new BigDecimal(amount.group(1)), amount.group(2));
    }

    private LatestPosting latestPosting(YamlNode profile) {
        YamlNode node = profile.get("notAfter");
        if (node == null || node.text().equals("deadline")) {
            return LatestPosting.DEADLINE;
        }
        if (node.text().equals("never")) {
            return LatestPosting.NEVER;
        }
        if (!node.text().matches("[1-9][0-9]?d")) {
            fields.problem(
                    node,
                    "'" + node.text() + "' is no value of 'notAfter'",
                    "Write deadline, never, or working days after the posting day such as 5d.");
            return LatestPosting.DEADLINE;
        }
        int after = Integer.parseInt(node.text().substring(0, node.text().length() - 1));
        return (posting, deadline, days) -> days.plus(posting, after);
    }

    private List<String> inserts(YamlNode profile) {
        YamlNode inserts = profile.get("inserts");
        List<String> ids = new ArrayList<>();
        for (YamlNode each : inserts == null ? List.<YamlNode>of() : inserts.list()) {
            if (INSERT.matcher(each.text()).matches()) {
                ids.add(each.text());
            } else {
                fields.problem(
                        each,
                        "'" + each.text() + "' is no insert's id",
                        "Write at most 40 letters, digits, dots, dashes and underscores.");
            }
        }
        return ids;
    }

    private String returnCode(YamlNode profile) {
        String code = fields.text(profile, "returnDataMatrix");
        if (code == null) {
            return null;
        }
        Set<String> unknown = PLACEHOLDER
                .matcher(code)
                .results()
                .map(found -> found.group())
                .filter(found -> !PLACEHOLDERS.contains(found))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty() || !code.contains("{letterId}")) {
            fields.problem(
                    profile.get("returnDataMatrix"),
                    "'" + code + "' does not tell which letter has come back",
                    "Write the code's text with {letterId}, and {batchId} or {senderId} where they are wanted.");
        }
        return code;
    }
}
